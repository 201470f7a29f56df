package com.iterate.relay.guard;

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
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Forgets people whose letters have been closed for long. */
@ApplicationScoped
class GuardSweep {

    private static final Logger LOG = Logger.getLogger(GuardSweep.class);

    private static final String OPEN_LETTER = """
            exists (select 1 from dead_letter
                     where md5(key)::uuid = person and state in ('OPEN', 'REPLAYING', 'QUARANTINED'))
            """;

    /** One relay at a time; any number that nobody else uses. */
    private static final String ALONE = "select pg_try_advisory_xact_lock(4000406)";

    private static final String CLOSE = "update guarded set kept_until = now() + ? * interval '1 second'"
            + " where kept_until is null and since < now() - ? * interval '1 second' and not " + OPEN_LETTER;

    private static final String OPEN_AGAIN =
            "update guarded set kept_until = null where kept_until is not null and " + OPEN_LETTER;

    private static final String FORGET = "delete from guarded where kept_until < now()";

    /** Seconds. A million people take about ten; nobody waits for it. */
    private static final int TIMEOUT = 60;

    private final Loop loop;
    private final GuardConfig config;
    private final TransactionThread transactions;

    GuardSweep(Loop loop, GuardConfig config, DataSource database) {
        this.loop = loop;
        this.config = config;
        this.transactions = new TransactionThread(database, "guard-sweep", 1);
    }

    void begin(@Observes StartupEvent started) {
        again();
    }

    /** Half to all of the interval: relays that started together should not sweep together. */
    private void again() {
        long half = config.sweep().toMillis() / 2;
        Duration wait = Duration.ofMillis(half + ThreadLocalRandom.current().nextLong(half + 1));
        loop.after(wait, () -> transactions.run(this::sweep).whenComplete((forgotten, failure) -> {
            if (failure != null) {
                LOG.warnf("Guards were not swept and will be later: %s", FailureKind.of(failure));
            }
            loop.execute(this::again);
        }));
    }

    int sweep(Connection connection) throws SQLException {
        try (PreparedStatement alone = connection.prepareStatement(ALONE);
                ResultSet mine = alone.executeQuery()) {
            if (!mine.next() || !mine.getBoolean(1)) {
                return 0;
            }
        }
        run(connection, CLOSE, config.keptFor(), config.unseenFor());
        run(connection, OPEN_AGAIN);
        return run(connection, FORGET);
    }

    private static int run(Connection connection, String sql, Duration... seconds) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setQueryTimeout(TIMEOUT);
            for (int i = 0; i < seconds.length; i++) {
                statement.setDouble(i + 1, seconds[i].toSeconds());
            }
            return statement.executeUpdate();
        }
    }

    @PreDestroy
    void close() {
        transactions.close();
    }
}
