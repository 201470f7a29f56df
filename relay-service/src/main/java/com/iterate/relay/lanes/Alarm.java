package com.iterate.relay.lanes;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Rings at the earliest time that somebody asked for. */
final class Alarm {

    private final Loop loop;
    private final Runnable rings;
    private Optional<Instant> next = Optional.empty();

    Alarm(Loop loop, Runnable rings) {
        this.loop = loop;
        this.rings = rings;
    }

    /** What was due before now is held up by a request in flight, whose end sets it off: no alarm is needed. */
    void at(Instant when) {
        boolean earlier = next.isEmpty() || when.isBefore(next.get());
        Instant now = loop.now();
        if (earlier && when.isAfter(now)) {
            next = Optional.of(when);
            loop.after(Duration.between(now, when), () -> {
                next = next.filter(other -> !other.equals(when));
                rings.run();
            });
        }
    }
}
