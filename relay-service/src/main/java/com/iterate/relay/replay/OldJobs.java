package com.iterate.relay.replay;

import static com.iterate.relay.database.TransactionThread.prepared;

import com.iterate.relay.database.TransactionThread;
import com.iterate.relay.lanes.Loop;
import com.iterate.webkit.FailureKind;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Forgets jobs that have been over for long, a piece after the other; relays pass one another by. Who did what stays in the audit, and
 * what became of a letter in its history.
 */
@ApplicationScoped
class OldJobs {

    private static final Logger LOG = Logger.getLogger(OldJobs.class);

    /** What a letter that is not closed has left over is all that its next replay may send. */
    private static final String ITEMS = """
            delete from replay_item where ctid = any (array(
                select i.ctid from replay_item i join replay_job j on j.id = i.job
                 where j.ended_at < ? and i.result is not null
                   and not (i.remaining is not null and exists (
                       select 1 from letter_state s
                        where (s.letter_partition, s.letter_offset) = (i.letter_partition, i.letter_offset)
                          and s.state in ('OPEN', 'REPLAYING', 'QUARANTINED')))
                 limit ? for update of i skip locked))
            """;

    private static final String EMPTY_JOBS = """
            select id from replay_job j
             where ended_at < ? and not exists (select 1 from replay_item i where i.job = j.id)
             order by id limit ? for update skip locked
            """;

    private static final String TALLIES = "delete from replay_tally where job = any (?)";

    private static final String JOBS = "delete from replay_job where id = any (?)";

    private final Loop loop;
    private final ReplayConfig config;
    private final TransactionThread transactions;

    OldJobs(Loop loop, ReplayConfig config, DataSource database) {
        this.loop = loop;
        this.config = config;
        this.transactions = new TransactionThread(database, "old-replays", 1);
    }

    void begin(@Observes StartupEvent started) {
        loop.after(someTime(), this::look);
    }

    private void look() {
        Instant before = loop.now().minus(config.kept());
        transactions.run(connection -> forget(connection, before)).whenComplete((forgotten, failure) -> {
            if (failure != null) {
                LOG.warnf("Old replays were not forgotten and will be later: %s", FailureKind.of(failure));
            }
            boolean more = failure == null && forgotten > 0;
            loop.after(more ? config.tick() : someTime(), this::look);
        });
    }

    /** Half to all of the interval: relays that started together should not look together. */
    private Duration someTime() {
        long half = config.pruneEvery().toMillis() / 2;
        return Duration.ofMillis(half + ThreadLocalRandom.current().nextLong(half + 1));
    }

    /** @return rows; 0: nothing is left to forget */
    int forget(Connection connection, Instant before) throws SQLException {
        int items;
        try (PreparedStatement delete = prepared(connection, ITEMS)) {
            delete.setObject(1, before.atOffset(ZoneOffset.UTC));
            delete.setInt(2, config.collectedAtOnce());
            items = delete.executeUpdate();
        }
        return items > 0 ? items : forgetJobs(connection, before);
    }

    private int forgetJobs(Connection connection, Instant before) throws SQLException {
        List<Long> empty = new ArrayList<>();
        try (PreparedStatement query = prepared(connection, EMPTY_JOBS)) {
            query.setObject(1, before.atOffset(ZoneOffset.UTC));
            query.setInt(2, config.collectedAtOnce());
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    empty.add(row.getLong("id"));
                }
            }
        }
        try (PreparedStatement tallies = prepared(connection, TALLIES);
                PreparedStatement jobs = prepared(connection, JOBS)) {
            Array ids = Ids.array(connection, "bigint", empty.toArray());
            tallies.setArray(1, ids);
            tallies.executeUpdate();
            jobs.setArray(1, ids);
            return jobs.executeUpdate();
        }
    }

    @PreDestroy
    void close() {
        transactions.close();
    }
}
