package com.iterate.relay.replay;

import com.iterate.relay.letters.LetterId;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Letters in statements: two arrays for {@code unnest(?, ?)}, and two columns. */
final class Ids {

    private Ids() {}

    static void set(PreparedStatement statement, int first, Collection<LetterId> letters) throws SQLException {
        Connection connection = statement.getConnection();
        statement.setArray(
                first,
                array(
                        connection,
                        "integer",
                        letters.stream().map(LetterId::partition).toArray()));
        statement.setArray(
                first + 1,
                array(
                        connection,
                        "bigint",
                        letters.stream().map(LetterId::offset).toArray()));
    }

    static Array array(Connection connection, String type, Object[] values) throws SQLException {
        return connection.createArrayOf(type, values);
    }

    static LetterId of(ResultSet row) throws SQLException {
        return new LetterId(row.getInt("letter_partition"), row.getLong("letter_offset"));
    }

    static List<LetterId> all(PreparedStatement query) throws SQLException {
        List<LetterId> ids = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                ids.add(of(row));
            }
        }
        return ids;
    }
}
