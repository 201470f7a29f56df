package com.iterate.relay.replay;

import static com.iterate.relay.database.TransactionThread.prepared;

import com.iterate.relay.database.TransactionThread;
import com.iterate.relay.lanes.Loop;
import com.iterate.webkit.FailureKind;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Large jobs are collected, and those that are over let go, a piece after the other, by whichever relay gets to it. */
@ApplicationScoped
class Housekeeping {

    private static final Logger LOG = Logger.getLogger(Housekeeping.class);

    /** Skips what another relay is at. */
    private static final String NEXT = """
            select id from replay_job j
             where (phase = 'COLLECTING' and not paused)
                or (phase in ('STOPPED', 'CANCELLED') and exists (
                    select 1 from replay_item i left join dead_letter l using (letter_partition, letter_offset)
                     where i.job = j.id and i.result is null and (i.claimed_by is null or l.state <> 'REPLAYING')))
             order by id limit 1 for update skip locked
            """;

    private final Loop loop;
    private final JobRows jobs;
    private final Collecting collecting;
    private final LettingGo lettingGo;
    private final ReplayConfig config;
    private final TransactionThread transactions;

    Housekeeping(
            Loop loop,
            JobRows jobs,
            Collecting collecting,
            LettingGo lettingGo,
            ReplayConfig config,
            DataSource database) {
        this.loop = loop;
        this.jobs = jobs;
        this.collecting = collecting;
        this.lettingGo = lettingGo;
        this.config = config;
        this.transactions = new TransactionThread(database, "replay-housekeeping", 1);
    }

    void begin(@Observes StartupEvent started) {
        loop.after(config.idle(), this::look);
    }

    private void look() {
        transactions.run(this::piece).whenComplete((found, failure) -> {
            if (failure != null) {
                LOG.debugf("Jobs were not looked after and will be later: %s", FailureKind.of(failure));
            }
            loop.after(failure == null && found ? Duration.ofMillis(10) : someTime(), this::look);
        });
    }

    private Duration someTime() {
        long idle = config.idle().toMillis();
        return Duration.ofMillis(idle / 2 + ThreadLocalRandom.current().nextLong(idle));
    }

    /** @return whether there was something to do */
    boolean piece(Connection connection) throws SQLException {
        OptionalLong next = next(connection);
        if (next.isEmpty()) {
            return false;
        }
        Job job = jobs.lock(connection, List.of(next.getAsLong())).get(0);
        if (job.phase() == Phase.COLLECTING) {
            collecting.goOn(connection, job);
        } else {
            lettingGo.letGo(connection, job);
        }
        return true;
    }

    private static OptionalLong next(Connection connection) throws SQLException {
        try (PreparedStatement query = prepared(connection, NEXT);
                ResultSet row = query.executeQuery()) {
            return row.next() ? OptionalLong.of(row.getLong("id")) : OptionalLong.empty();
        }
    }

    @PreDestroy
    void close() {
        transactions.close();
    }
}
