package com.iterate.relay.gaps;

import com.iterate.relay.lanes.Obstacle;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Gaps in PostgreSQL. One thread, so that what is written later is the later state. */
@Singleton
final class GapRows implements Ledger {

    private static final String TAKE_OVER = """
            insert into partition_owner (partition, owner) values (?, ?)
            on conflict (partition) do update set owner = excluded.owner
            """;

    private static final String FIND = """
            select partition, company, position, open_offsets, until_offset, waiting, counted_to, cause, opened_at, oldest_at
              from gap where partition = any (?)
            """;

    /** Locked until the rows are written: whoever takes over waits for them, and then finds them. */
    private static final String STILL_MINE =
            "select partition from partition_owner where partition = any (?) and owner = ? for share";

    private static final String SAVE = """
            insert into gap (partition, company, position, open_offsets, until_offset, waiting, counted_to,
                             cause, opened_at, oldest_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (partition, company) do update set
                position = excluded.position, open_offsets = excluded.open_offsets,
                until_offset = excluded.until_offset,
                waiting = excluded.waiting, counted_to = excluded.counted_to, cause = excluded.cause,
                opened_at = excluded.opened_at, oldest_at = excluded.oldest_at
            """;

    private static final String REMOVE = "delete from gap where partition = ? and company = ?";

    /** Seconds. A database that does not answer in this time counts as away; it is asked again. */
    private static final int TIMEOUT = 10;

    /** One save is under way at a time, and a take-over or two with each rebalance. */
    private static final int MOST_WAITING = 64;

    private final DataSource database;
    private final UUID owner = UUID.randomUUID();
    private final ThreadPoolExecutor writer = new ThreadPoolExecutor(
            1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_WAITING), task -> new Thread(task, "gap-rows"));

    GapRows(DataSource database) {
        this.database = database;
    }

    private interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    @Override
    public CompletionStage<List<GapRow>> takeOver(Set<Integer> partitions) {
        return inOneTransaction(connection -> {
            try (PreparedStatement take = prepared(connection, TAKE_OVER)) {
                // Ascending, as everybody does: two relays must not wait for one another.
                for (int partition : partitions.stream().sorted().toList()) {
                    take.setInt(1, partition);
                    take.setObject(2, owner);
                    take.addBatch();
                }
                take.executeBatch();
            }
            return find(connection, partitions);
        });
    }

    @Override
    public CompletionStage<Set<Integer>> save(List<GapRow> rows, List<GapRow> over) {
        return inOneTransaction(connection -> {
            Set<Integer> refused = new HashSet<>(Stream.concat(rows.stream(), over.stream())
                    .map(GapRow::partition)
                    .toList());
            Set<Integer> mine = mine(connection, refused);
            refused.removeAll(mine);
            try (PreparedStatement save = prepared(connection, SAVE);
                    PreparedStatement remove = prepared(connection, REMOVE)) {
                for (GapRow row : rows) {
                    if (mine.contains(row.partition())) {
                        save(row, save);
                    }
                }
                for (GapRow row : over) {
                    if (mine.contains(row.partition())) {
                        remove(row, remove);
                    }
                }
                save.executeBatch();
                remove.executeBatch();
            }
            return refused;
        });
    }

    private static void save(GapRow row, PreparedStatement statement) throws SQLException {
        statement.setInt(1, row.partition());
        statement.setString(2, row.company());
        statement.setLong(3, row.position());
        statement.setArray(4, offsets(statement.getConnection(), row.open()));
        if (row.until().isPresent()) {
            statement.setLong(5, row.until().get());
        } else {
            statement.setNull(5, Types.BIGINT);
        }
        statement.setLong(6, row.waiting());
        statement.setLong(7, row.countedTo());
        statement.setString(8, row.cause().name());
        statement.setObject(9, row.openedAt().atOffset(ZoneOffset.UTC));
        statement.setObject(10, row.oldestAt().atOffset(ZoneOffset.UTC));
        statement.addBatch();
    }

    private static void remove(GapRow row, PreparedStatement statement) throws SQLException {
        statement.setInt(1, row.partition());
        statement.setString(2, row.company());
        statement.addBatch();
    }

    private Set<Integer> mine(Connection connection, Set<Integer> partitions) throws SQLException {
        try (PreparedStatement query = prepared(connection, STILL_MINE)) {
            query.setArray(1, connection.createArrayOf("integer", partitions.toArray()));
            query.setObject(2, owner);
            Set<Integer> mine = new HashSet<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    mine.add(row.getInt(1));
                }
            }
            return mine;
        }
    }

    private static List<GapRow> find(Connection connection, Set<Integer> partitions) throws SQLException {
        try (PreparedStatement query = prepared(connection, FIND)) {
            query.setArray(1, connection.createArrayOf("integer", partitions.toArray()));
            List<GapRow> rows = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    rows.add(read(row));
                }
            }
            return rows;
        }
    }

    private static GapRow read(ResultSet row) throws SQLException {
        long until = row.getLong("until_offset");
        boolean skips = row.wasNull();
        return new GapRow(
                row.getInt("partition"),
                row.getString("company"),
                row.getLong("position"),
                Arrays.asList((Long[]) row.getArray("open_offsets").getArray()),
                skips ? Optional.empty() : Optional.of(until),
                row.getLong("waiting"),
                row.getLong("counted_to"),
                Obstacle.valueOf(row.getString("cause")),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getObject("oldest_at", OffsetDateTime.class).toInstant());
    }

    private static Array offsets(Connection connection, List<Long> offsets) throws SQLException {
        return connection.createArrayOf("bigint", offsets.toArray());
    }

    private static PreparedStatement prepared(Connection connection, String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setQueryTimeout(TIMEOUT);
        return statement;
    }

    private <T> CompletionStage<T> inOneTransaction(Work<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        try {
            writer.execute(() -> run(work, result));
        } catch (RejectedExecutionException busyOrStopped) {
            result.completeExceptionally(busyOrStopped);
        }
        return result;
    }

    private <T> void run(Work<T> work, CompletableFuture<T> result) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T value = work.in(connection);
                connection.commit();
                result.complete(value);
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

    @PreDestroy
    void close() {
        writer.shutdown();
    }
}
