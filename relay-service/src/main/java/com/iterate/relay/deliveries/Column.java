package com.iterate.relay.deliveries;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One column of many rows. {@code null} is SQL's. */
final class Column {

    private final String type;
    private final List<@Nullable Object> values = new ArrayList<>();

    /** @param type of its elements, as PostgreSQL calls it */
    Column(String type) {
        this.type = type;
    }

    void add(@Nullable Object value) {
        values.add(value);
    }

    /** In words that PostgreSQL reads alike in every time zone. */
    void addTime(Instant value) {
        values.add(value.toString());
    }

    /** PostgreSQL cannot hold a NUL. */
    void addText(String value) {
        values.add(value.indexOf('\0') < 0 ? value : value.replace('\0', '\uFFFD'));
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    Array in(Connection connection) throws SQLException {
        return connection.createArrayOf(type, values.toArray());
    }
}
