package com.iterate.relay.gaps;

import static com.iterate.relay.database.TransactionThread.prepared;

import com.iterate.relay.database.PartitionOwner;
import com.iterate.relay.database.TransactionThread;
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
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Gaps in PostgreSQL. One thread, so that what is written later is the later state. */
@Singleton
final class GapRows implements Ledger {

    private static final String FIND = """
            select partition, company, position, open_offsets, until_offset, waiting, counted_to, cause, opened_at, oldest_at
              from gap where partition = any (?)
            """;

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

    /** One save is under way at a time, and a take-over or two with each rebalance. */
    private static final int MOST_WAITING = 64;

    private final TransactionThread transactions;
    private final PartitionOwner owner;

    GapRows(DataSource database, PartitionOwner owner) {
        this.transactions = new TransactionThread(database, "gap-rows", MOST_WAITING);
        this.owner = owner;
    }

    @Override
    public CompletionStage<List<GapRow>> takeOver(Set<Integer> partitions) {
        return transactions.run(connection -> {
            owner.take(connection, partitions);
            return find(connection, partitions);
        });
    }

    @Override
    public CompletionStage<Set<Integer>> save(List<GapRow> rows, List<GapRow> over) {
        return transactions.run(connection -> {
            Set<Integer> refused = new HashSet<>(Stream.concat(rows.stream(), over.stream())
                    .map(GapRow::partition)
                    .toList());
            Set<Integer> mine = owner.mine(connection, refused);
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

    @PreDestroy
    void close() {
        transactions.close();
    }
}
