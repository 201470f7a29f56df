package com.iterate.settings.announcements;

import com.iterate.contracts.SettingsChanged;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Changes to announce, in the database of the changes themselves: the two are made together or not at all. */
@ApplicationScoped
public class Outbox implements PanacheRepositoryBase<AnnouncementEntity, UUID> {

    /** Jakarta Persistence knows no constant for it; Hibernate reads this as SKIP LOCKED. */
    private static final int SKIP_LOCKED = -2;

    private final Event<SettingsChanged> added;
    private final Clock clock;

    Outbox(Event<SettingsChanged> added, Clock clock) {
        this.added = added;
        this.clock = clock;
    }

    /** Within the caller's transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void add(SettingsChanged change) {
        persist(new AnnouncementEntity(change, clock.instant()));
        added.fire(change);
    }

    /** How many there are, and since when the oldest waits. */
    Waiting waiting() {
        return new Waiting(
                count(), find("order by createdAt").firstResultOptional().map(AnnouncementEntity::createdAt));
    }

    /** The oldest, for this replica alone until the transaction ends. */
    List<AnnouncementEntity> take(int atMost) {
        return find("order by createdAt")
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint("jakarta.persistence.lock.timeout", SKIP_LOCKED)
                .page(0, atMost)
                .list();
    }
}
