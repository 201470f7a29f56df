package com.iterate.survey.results;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parameters of a statement, in order. {@code null} is SQL's. */
final class Row {

    private final PreparedStatement statement;
    private int next = 1;

    Row(PreparedStatement statement) {
        this.statement = statement;
    }

    void text(@Nullable String value) throws SQLException {
        statement.setString(next++, value == null ? null : storable(value));
    }

    void object(@Nullable Object value, int type) throws SQLException {
        statement.setObject(next++, value, type);
    }

    void time(Optional<Instant> value) throws SQLException {
        // Instants are no JDBC type; offset times are, and know no zone of the JVM.
        object(value.map(instant -> instant.atOffset(ZoneOffset.UTC)).orElse(null), Types.TIMESTAMP_WITH_TIMEZONE);
    }

    /** Other publishers may send a NUL, which Postgres cannot hold. */
    static String storable(String text) {
        return text.indexOf('\0') < 0 ? text : text.replace('\0', '\uFFFD');
    }
}
