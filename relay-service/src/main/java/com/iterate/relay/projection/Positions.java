package com.iterate.relay.projection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** The table of where reading goes on. */
final class Positions {

    private static final String BEGIN =
            "insert into letter_position select *, 0 from unnest(?::integer[]) on conflict do nothing";

    private static final String FIND =
            "select letter_partition, next_offset from letter_position where letter_partition = any (?)";

    private static final String MOVE =
            "update letter_position set next_offset = ? where letter_partition = ? and next_offset = ?";

    private static final String REWIND = "update letter_position set next_offset = 0";

    /** Seconds. A few rows. */
    private static final int TIMEOUT = 10;

    private Positions() {}

    /** Of the given partitions; one that has never been read is at 0. */
    static Map<Integer, Long> find(Connection connection, Collection<Integer> partitions) throws SQLException {
        try (PreparedStatement begin = connection.prepareStatement(BEGIN);
                PreparedStatement find = connection.prepareStatement(FIND)) {
            begin.setQueryTimeout(TIMEOUT);
            begin.setArray(1, connection.createArrayOf("integer", partitions.toArray()));
            begin.executeUpdate();
            find.setQueryTimeout(TIMEOUT);
            find.setArray(1, connection.createArrayOf("integer", partitions.toArray()));
            Map<Integer, Long> found = new HashMap<>();
            try (ResultSet row = find.executeQuery()) {
                while (row.next()) {
                    found.put(row.getInt(1), row.getLong(2));
                }
            }
            return found;
        }
    }

    /** @return whether all were where they are thought to be; if not, the transaction has to be taken back */
    static boolean move(Connection connection, Map<Integer, Long> from, Map<Integer, Long> to) throws SQLException {
        try (PreparedStatement move = connection.prepareStatement(MOVE)) {
            move.setQueryTimeout(TIMEOUT);
            // Ascending, as everybody does.
            for (Map.Entry<Integer, Long> each : new TreeMap<>(to).entrySet()) {
                move.setLong(1, each.getValue());
                move.setInt(2, each.getKey());
                move.setLong(3, from.getOrDefault(each.getKey(), -1L));
                if (move.executeUpdate() == 0) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Back to the beginning, all of them. */
    static void rewind(Connection connection) throws SQLException {
        try (PreparedStatement rewind = connection.prepareStatement(REWIND)) {
            rewind.setQueryTimeout(TIMEOUT);
            rewind.executeUpdate();
        }
    }
}
