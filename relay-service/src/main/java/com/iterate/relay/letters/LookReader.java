package com.iterate.relay.letters;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.iterate.contracts.Decoded;
import com.iterate.contracts.ResponseDecoder;
import com.iterate.contracts.ResponseEncoder;
import com.iterate.relay.attempts.Attempts;
import com.iterate.relay.attempts.SentObjects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rows as letters with all that is known of them, revealed. */
final class LookReader implements RowReader<Look> {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** New names of attributes, by the number of the replay that sent them so. */
    private static final String NAMES = """
            (select jsonb_object_agg(job.id, job.rename) from replay_item item join replay_job job on job.id = item.job
              where item.letter_partition = l.letter_partition and item.letter_offset = l.letter_offset
                and job.rename <> '{}') as names
            """;

    private final LetterReader letters = new LetterReader();

    @Override
    public String columns() {
        return letters.columns() + ", l.event_id, l.undelivered, l.headers, l.key, l.value, l.reference, s.history, "
                + NAMES;
    }

    @Override
    public Look read(ResultSet row) throws SQLException {
        byte[] value = row.getBytes("value");
        Decoded decoded = ResponseDecoder.decode(value);
        Optional<JsonNode> event = Optional.empty();
        Optional<String> unreadable = Optional.empty();
        if (decoded instanceof Decoded.Event read) {
            event = Optional.of(tree(ResponseEncoder.encode(read.value())));
        } else if (value != null && decoded instanceof Decoded.Unreadable broken) {
            unreadable = Optional.of(
                    (broken.position().isEmpty() ? "" : "at " + broken.position() + ": ") + broken.problem());
        }
        Letter letter = letters.read(row);
        JsonNode undelivered = tree(row.getString("undelivered"));
        JsonNode headers = tree(row.getString("headers"));
        JsonNode history = tree(orElse(row.getString("history"), "[]"));
        return new Look(
                letter,
                Optional.ofNullable(row.getString("event_id")),
                event,
                unreadable,
                undelivered,
                decoded instanceof Decoded.Event read && letter.attempts() > 0
                        ? SentObjects.of(read.value(), undelivered)
                        : List.of(),
                Attempts.of(headers, history, tree(orElse(row.getString("names"), "{}"))),
                headers,
                history,
                row.getBoolean("reference"),
                Optional.of(new Look.Raw(base64(row.getBytes("key")), base64(value))));
    }

    private static String orElse(@Nullable String json, String otherwise) {
        return json == null ? otherwise : json;
    }

    private static Optional<String> base64(byte @Nullable [] bytes) {
        return Optional.ofNullable(bytes).map(Base64.getEncoder()::encodeToString);
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException notFromPostgres) {
            throw new UncheckedIOException(notFromPostgres);
        }
    }

    private static JsonNode tree(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
    }
}
