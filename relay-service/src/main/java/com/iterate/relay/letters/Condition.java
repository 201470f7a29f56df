package com.iterate.relay.letters;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of a {@code where} clause with what belongs to its question marks.
 *
 * @param sql    in brackets where that matters; never holds what somebody typed
 * @param values texts, numbers, {@code OffsetDateTime}s and arrays of texts, in order
 */
public record Condition(String sql, List<Object> values) {

    static final Condition ALWAYS = new Condition("true", List.of());

    public Condition {
        values = List.copyOf(values);
    }

    static Condition of(String sql, Object... values) {
        return new Condition(sql, List.of(values));
    }

    public Condition and(Condition other) {
        if (equals(ALWAYS)) {
            return other;
        }
        if (other.equals(ALWAYS)) {
            return this;
        }
        return followedBy(of(" and ")).followedBy(other);
    }

    /** The other part right behind this one. */
    Condition followedBy(Condition other) {
        List<Object> both = new ArrayList<>(values);
        both.addAll(other.values);
        return new Condition(sql + other.sql, both);
    }

    /**
     * @param first index of the first question mark of {@link #sql}
     * @return the index after the last
     */
    public int bind(PreparedStatement statement, int first) throws SQLException {
        int index = first;
        for (Object value : values) {
            if (value instanceof String[] texts) {
                statement.setArray(index, statement.getConnection().createArrayOf("text", texts));
            } else {
                statement.setObject(index, value);
            }
            index++;
        }
        return index;
    }
}
