package com.iterate.relay.gaps;

import com.iterate.relay.lanes.Parcel;
import java.time.Duration;
import java.time.Instant;

/** Since when a gap is open, and how old what waits in it may be: Kafka does not keep it for ever. */
final class Age {

    private Instant openedAt;
    private Instant oldestAt;
    private boolean alarmed;

    Age(Instant openedAt, Instant oldestAt) {
        this.openedAt = openedAt;
        this.oldestAt = oldestAt;
    }

    void open(Instant now) {
        openedAt = now;
        oldestAt = now;
    }

    void add(Parcel waits) {
        Instant appended = waits.original().appendedAt();
        oldestAt = appended.isBefore(oldestAt) ? appended : oldestAt;
    }

    /** All that is older has been read. */
    void readTo(Instant appended) {
        oldestAt = appended.isAfter(oldestAt) ? appended : oldestAt;
    }

    /** True once. */
    boolean growsOld(Duration limit, Instant now) {
        boolean news = !alarmed && oldestAt.isBefore(now.minus(limit));
        alarmed |= news;
        return news;
    }

    Instant openedAt() {
        return openedAt;
    }

    Instant oldestAt() {
        return oldestAt;
    }
}
