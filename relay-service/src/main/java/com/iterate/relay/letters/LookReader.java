package com.iterate.relay.letters;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.iterate.contracts.Decoded;
import com.iterate.contracts.ResponseDecoder;
import com.iterate.contracts.ResponseEncoder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rows as letters with all that is known of them, revealed. */
final class LookReader implements RowReader<Look> {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final LetterReader letters = new LetterReader();

    @Override
    public String columns() {
        return letters.columns() + ", l.event_id, l.undelivered, l.headers, l.key, l.value, l.reference, s.history";
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
        return new Look(
                letters.read(row),
                Optional.ofNullable(row.getString("event_id")),
                event,
                unreadable,
                tree(row.getString("undelivered")),
                tree(row.getString("headers")),
                tree(Optional.ofNullable(row.getString("history")).orElse("[]")),
                row.getBoolean("reference"),
                Optional.of(new Look.Raw(base64(row.getBytes("key")), base64(value))));
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
