package com.iterate.relay.deliveries;

import com.iterate.webkit.FailureKind;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Forgets what is older than it is kept, a few rows at a time. Relays that do so at once pass one another by. */
@Singleton
class Pruning {

    private static final Logger LOG = Logger.getLogger(Pruning.class);

    /**
     * Of each partition the newest stays: it says how far it is, however long nobody answered. Looks at the oldest few of each,
     * and counts none: there may be millions.
     */
    private static final String MARKS = """
            delete from delivery_mark where ctid = any (array(
                with recursive each (partition) as (
                    select min(partition) from delivery_mark
                    union all
                    select (select min(partition) from delivery_mark where partition > each.partition)
                      from each where each.partition is not null
                )
                select old.ctid
                  from each
                  join lateral (
                       select ctid, at from delivery_mark
                        where partition = each.partition
                          and finished < (select max(finished) from delivery_mark where partition = each.partition)
                        order by finished limit ?) as old on old.at < ?))
            """;

    private static final String GAP_MARKS = """
            delete from delivery_gap_mark where ctid = any (array(
                select ctid from delivery_gap_mark where at < ? limit ? for update skip locked))
            """;

    /**
     * Notes outlive the marks around them by a day: without its note a rejected answer would look accepted, without the mark
     * nobody knows.
     */
    private static final String NOTES = """
            delete from delivery_note where ctid = any (array(
                select ctid from delivery_note where at < ? limit ? for update skip locked))
            """;

    private static final Duration A_DAY = Duration.ofDays(1);

    /** Seconds. */
    private static final int TIMEOUT = 10;

    private final DataSource database;
    private final DeliveriesConfig config;
    private final Clock clock;
    private final Thinning thinning;
    private final ScheduledExecutorService now =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "delivery-pruning"));

    @Inject
    Pruning(DataSource database, DeliveriesConfig config) {
        this(database, config, Clock.systemUTC());
    }

    Pruning(DataSource database, DeliveriesConfig config, Clock clock) {
        this.database = database;
        this.config = config;
        this.clock = clock;
        this.thinning = new Thinning(config);
    }

    void begin(@Observes StartupEvent started) {
        long every = config.pruneEvery().toMillis();
        now.scheduleWithFixedDelay(this::look, every, every, TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            prune();
        } catch (SQLException | RuntimeException away) {
            LOG.warnf("Old records of deliveries were not forgotten, trying again: %s", FailureKind.of(away));
        }
    }

    void prune() throws SQLException {
        Instant old = clock.instant().minus(config.kept());
        try (Connection connection = database.getConnection()) {
            int most = config.pruneRows();
            while (delete(connection, MARKS, List.of(most, old)) > 0) {
                LOG.debug("Forgot marks");
            }
            while (delete(connection, GAP_MARKS, List.of(old, most)) > 0) {
                LOG.debug("Forgot marks of gaps");
            }
            while (delete(connection, NOTES, List.of(old.minus(A_DAY), most)) > 0) {
                LOG.debug("Forgot notes");
            }
            thinning.thin(connection, clock.instant());
        }
    }

    private static int delete(Connection connection, String sql, List<Object> parameters) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setQueryTimeout(TIMEOUT);
            for (int i = 0; i < parameters.size(); i++) {
                Object parameter = parameters.get(i);
                delete.setObject(i + 1, parameter instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : parameter);
            }
            return delete.executeUpdate();
        }
    }

    void end(@Observes ShutdownEvent stopping) {
        now.shutdownNow();
    }
}
