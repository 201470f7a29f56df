package com.iterate.relay.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** The append-only table of acts. */
@Singleton
public final class Audit {

    private static final String ADD =
            "insert into audit (who, role, action, company, details) values (?, ?, ?, ?, ?::jsonb)";

    /** Seconds. One row. */
    private static final int TIMEOUT = 10;

    private static final ObjectMapper JSON = new ObjectMapper();

    public Audit() {}

    /** In the caller's transaction: what is not recorded is not done either. */
    public void record(Connection connection, Entry entry) throws SQLException {
        try (PreparedStatement add = connection.prepareStatement(ADD)) {
            add.setQueryTimeout(TIMEOUT);
            add.setString(1, entry.who().name());
            add.setString(2, entry.who().role());
            add.setString(3, entry.action().wireName());
            add.setString(4, entry.company().orElse(""));
            add.setString(5, json(entry));
            add.executeUpdate();
        }
    }

    private static String json(Entry entry) {
        try {
            return JSON.writeValueAsString(entry.details());
        } catch (JsonProcessingException notPlain) {
            throw new IllegalArgumentException("the details of " + entry.action() + " are not plain values", notPlain);
        }
    }
}
