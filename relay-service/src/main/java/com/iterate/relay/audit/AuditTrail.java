package com.iterate.relay.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What was done, newest first. */
@Singleton
public final class AuditTrail {

    /** What is absent does not matter. */
    record Asked(Optional<String> company, Optional<Action> action, Optional<Instant> from, Optional<Instant> to) {}

    /** @param role in which it was done; {@code system} for what the relay did by itself */
    public record Act(long id, Instant at, String who, String role, String action, String company, JsonNode details) {}

    private static final String MATCHING = """
             from audit
            where (?::text is null or company = ?) and (?::text is null or action = ?)
              and (?::timestamptz is null or at >= ?) and (?::timestamptz is null or at < ?)
            """;

    private static final String PAGE = "select id, at, who, role, action, company, details" + MATCHING
            + " and (at, id) < (?, ?) order by at desc, id desc limit ?";

    private static final String COUNTS = "select action, count(*) as acts" + MATCHING + " group by action";

    private static final ObjectMapper JSON = new ObjectMapper();

    List<Act> page(Connection connection, Asked asked, AuditCursor after, int size) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(PAGE)) {
            int index = bind(select, asked);
            select.setObject(index, after.at().atOffset(ZoneOffset.UTC));
            select.setLong(index + 1, after.id());
            select.setInt(index + 2, size);
            List<Act> acts = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    acts.add(act(row));
                }
            }
            return acts;
        }
    }

    /** How often each was done, by its wire name. */
    Map<String, Long> counts(Connection connection, Asked asked) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(COUNTS)) {
            bind(select, asked);
            Map<String, Long> counts = new TreeMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    counts.put(row.getString("action"), row.getLong("acts"));
                }
            }
            return counts;
        }
    }

    private static int bind(PreparedStatement select, Asked asked) throws SQLException {
        List<Optional<?>> values = List.of(
                asked.company(),
                asked.action().map(Action::wireName),
                asked.from().map(moment -> moment.atOffset(ZoneOffset.UTC)),
                asked.to().map(moment -> moment.atOffset(ZoneOffset.UTC)));
        int index = 1;
        for (Optional<?> value : values) {
            select.setObject(index, value.orElse(null));
            select.setObject(index + 1, value.orElse(null));
            index += 2;
        }
        return index;
    }

    private static Act act(ResultSet row) throws SQLException {
        return new Act(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("who"),
                row.getString("role"),
                row.getString("action"),
                row.getString("company"),
                json(row.getString("details")));
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException notFromPostgres) {
            throw new UncheckedIOException(notFromPostgres);
        }
    }
}
