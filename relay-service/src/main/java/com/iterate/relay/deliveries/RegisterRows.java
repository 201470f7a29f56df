package com.iterate.relay.deliveries;

import com.iterate.erasures.ErasureList;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** The record in PostgreSQL. A whole page goes in three statements, whatever it holds. */
@Singleton
final class RegisterRows implements Register {

    private static final String NOTES = """
            insert into delivery_note (partition, position, question_id, form, company, ending, by_position, reason, status,
                                       words, person, at)
            select partition, position, question_id, form, company, ending, by_position, reason, status, words,
                   decode(person, 'hex'), at
              from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                as note (partition, position, question_id, form, company, ending, by_position, reason, status, words, person, at)
            on conflict (partition, position, question_id, form) do update set
                ending = excluded.ending, by_position = excluded.by_position, reason = excluded.reason,
                status = excluded.status, words = excluded.words, person = excluded.person, at = excluded.at
            """;

    /** Who takes a partition over finds it where it was left; since when it was there stays. */
    private static final String MARKS = """
            insert into delivery_mark (partition, finished, at) select * from unnest(?, ?, ?)
            on conflict (partition, finished) do nothing
            """;

    private static final String GAP_MARKS = """
            insert into delivery_gap_mark (partition, company, opened_at, finished, at) select * from unnest(?, ?, ?, ?, ?)
            on conflict (partition, company, opened_at, finished) do nothing
            """;

    /** Seconds. A database that does not answer in this time counts as away; it is asked again. */
    private static final int TIMEOUT = 10;

    private final DataSource database;
    private final ErasureList erasures;

    /** One page is under way at a time. */
    private final ThreadPoolExecutor writer = new ThreadPoolExecutor(
            1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(2), task -> new Thread(task, "delivery-record"));

    RegisterRows(DataSource database, ErasureList erasures) {
        this.database = database;
        this.erasures = erasures;
    }

    @Override
    public CompletionStage<Void> write(Page page) {
        CompletableFuture<Void> result = new CompletableFuture<>();
        try {
            writer.execute(() -> write(page, result));
        } catch (RejectedExecutionException busyOrStopped) {
            result.completeExceptionally(busyOrStopped);
        }
        return result;
    }

    private void write(Page page, CompletableFuture<Void> result) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                if (!page.notes().isEmpty()) {
                    insert(connection, NOTES, NoteColumns.of(page.notes(), erasures, erasures.current(connection)));
                }
                insert(connection, MARKS, marks(page));
                insert(connection, GAP_MARKS, gapMarks(page));
                connection.commit();
                result.complete(null);
            } catch (SQLException | RuntimeException failed) {
                connection.rollback();
                throw failed;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException | RuntimeException failed) {
            result.completeExceptionally(failed);
        }
    }

    private static List<Column> marks(Page page) {
        Column partition = new Column("integer");
        Column finished = new Column("bigint");
        Column at = new Column("timestamptz");
        for (Page.Mark mark : page.marks()) {
            partition.add(mark.partition());
            finished.add(mark.finished());
            at.addTime(mark.at());
        }
        return List.of(partition, finished, at);
    }

    private static List<Column> gapMarks(Page page) {
        Column partition = new Column("integer");
        Column company = new Column("text");
        Column openedAt = new Column("timestamptz");
        Column finished = new Column("bigint");
        Column at = new Column("timestamptz");
        for (Page.GapMark mark : page.gapMarks()) {
            partition.add(mark.partition());
            company.add(mark.company());
            openedAt.addTime(mark.openedAt());
            finished.add(mark.finished());
            at.addTime(mark.at());
        }
        return List.of(partition, company, openedAt, finished, at);
    }

    private static void insert(Connection connection, String sql, List<Column> columns) throws SQLException {
        if (columns.get(0).isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setQueryTimeout(TIMEOUT);
            for (int i = 0; i < columns.size(); i++) {
                insert.setArray(i + 1, columns.get(i).in(connection));
            }
            insert.executeUpdate();
        }
    }

    @PreDestroy
    void close() {
        writer.shutdown();
    }
}
