package com.iterate.relay.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** Transactions on a thread of their own, one after the other: what is written later is the later state. */
public final class TransactionThread implements AutoCloseable {

    /** Seconds. A database that does not answer in this time counts as away; it is asked again. */
    private static final int TIMEOUT = 10;

    private final DataSource database;
    private final ThreadPoolExecutor thread;

    /** What happens between the first statement and the commit. */
    public interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    /** @param mostWaiting beyond them work is refused, and counts as failed */
    public TransactionThread(DataSource database, String name, int mostWaiting) {
        this.database = database;
        this.thread = new ThreadPoolExecutor(
                1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(mostWaiting), task -> new Thread(task, name));
    }

    /** Completes on the thread. */
    public <T> CompletionStage<T> run(Work<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        try {
            thread.execute(() -> {
                try {
                    result.complete(run(database, work));
                } catch (SQLException | RuntimeException failed) {
                    result.completeExceptionally(failed);
                }
            });
        } catch (RejectedExecutionException busyOrStopped) {
            result.completeExceptionally(busyOrStopped);
        }
        return result;
    }

    private static <T> T run(DataSource database, Work<T> work) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T value = work.in(connection);
                connection.commit();
                return value;
            } catch (SQLException | RuntimeException failed) {
                connection.rollback();
                throw failed;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    public static PreparedStatement prepared(Connection connection, String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setQueryTimeout(TIMEOUT);
        return statement;
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
