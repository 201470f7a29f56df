package com.iterate.relay.database;

import com.iterate.webkit.Problem;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** One transaction for each call over HTTP, and a few at a time: connections are also what gaps are written with. */
@Singleton
public final class Transactions {

    private static final Logger LOG = Logger.getLogger(Transactions.class);

    /** Of the connections ({@code quarkus.datasource.jdbc.max-size}). */
    private static final int AT_A_TIME = 4;

    /** A page is read in a tenth of a second: whoever waits longer than this has thirty others before them. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /**
     * Below the driver's own time-out of 30 s, so that the server stops working too. A plan for this filter's values is worth
     * its millisecond; compiling it is not worth its tenths of a second.
     */
    private static final String LIMIT =
            "set local statement_timeout = '20s'; set local plan_cache_mode = force_custom_plan;"
                    + " set local jit = off";

    private static final Duration LATER = Duration.ofSeconds(5);

    /** A state of SQL: what was cancelled because of {@link #LIMIT}. */
    private static final String CANCELLED = "57014";

    private final DataSource database;
    private final Semaphore turns = new Semaphore(AT_A_TIME, true);

    public Transactions(DataSource database) {
        this.database = database;
    }

    public interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    /**
     * Commits what the work did, or nothing of it. Not for an event loop: it waits.
     *
     * @throws Problem 503 if the database is away, busy or too slow; what the work throws
     */
    public <T> T run(Work<T> work) {
        await();
        try (Connection connection = database.getConnection()) {
            return inOne(work, connection);
        } catch (SQLException failed) {
            // The state and not the message, which may quote what is in a row.
            LOG.warnf("A question to the database failed: sqlState=%s", failed.getSQLState());
            throw problem(failed);
        } finally {
            turns.release();
        }
    }

    private static <T> T inOne(Work<T> work, Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement limit = connection.createStatement()) {
            limit.execute(LIMIT);
            T answer = work.in(connection);
            connection.commit();
            return answer;
        } catch (SQLException | RuntimeException failed) {
            connection.rollback();
            throw failed;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private void await() {
        try {
            if (turns.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        throw new Problem(
                        503,
                        "busy",
                        "Too many questions at once",
                        "This relay answers a few at a time, so that answers keep flowing. Try again in a moment.")
                .retryAfter(LATER);
    }

    private static Problem problem(SQLException failed) {
        return CANCELLED.equals(failed.getSQLState())
                ? new Problem(
                        503,
                        "too-slow",
                        "This takes too long",
                        "The database did not finish within 20 seconds. Ask for less: a company, a reason, fewer days.")
                : new Problem(
                                503,
                                "database-away",
                                "The database does not answer",
                                "Answers are still delivered. Try again in a moment; if it stays, see the relay's log.")
                        .retryAfter(LATER);
    }
}
