package com.iterate.relay.database;

import static com.iterate.relay.database.TransactionThread.prepared;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** This relay as the one that may write for a partition: whoever took it over last. A relay that starts again is another one. */
@Singleton
public final class PartitionOwner {

    private static final String TAKE = """
            insert into partition_owner (partition, owner) values (?, ?)
            on conflict (partition) do update set owner = excluded.owner
            """;

    /** Locked until the rows are written: whoever takes over waits for them, and then finds them. */
    private static final String STILL_MINE =
            "select partition from partition_owner where partition = any (?) and owner = ? for share";

    private final UUID id = UUID.randomUUID();

    public PartitionOwner() {}

    public UUID id() {
        return id;
    }

    /** From now on what the former owner writes for these partitions is refused. */
    public void take(Connection connection, Set<Integer> partitions) throws SQLException {
        try (PreparedStatement take = prepared(connection, TAKE)) {
            // Ascending, as everybody does: two relays must not wait for one another.
            for (int partition : partitions.stream().sorted().toList()) {
                take.setInt(1, partition);
                take.setObject(2, id);
                take.addBatch();
            }
            take.executeBatch();
        }
    }

    /** Those that nobody takes over before the end of the transaction. */
    public Set<Integer> mine(Connection connection, Collection<Integer> partitions) throws SQLException {
        try (PreparedStatement query = prepared(connection, STILL_MINE)) {
            query.setArray(1, connection.createArrayOf("integer", partitions.toArray()));
            query.setObject(2, id);
            Set<Integer> mine = new HashSet<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    mine.add(row.getInt(1));
                }
            }
            return mine;
        }
    }
}
