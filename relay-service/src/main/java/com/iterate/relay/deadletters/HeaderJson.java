package com.iterate.relay.deadletters;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** Headers that hold a list. */
final class HeaderJson {

    private static final JsonFactory JSON = new JsonFactory();

    /** Ten tries have room in a header; the last one's words stand whole in a header of their own. */
    private static final int MOST_CHARACTERS_OF_A_TRY = 200;

    private interface Fields<T> {
        void write(JsonGenerator json, T each) throws IOException;
    }

    private HeaderJson() {}

    /** {@code [{"questionId":"q1","as":"attribute","reason":"REJECTED","status":201}]}: what a replay has to send. */
    static String ofUndelivered(List<Undelivered> undelivered) {
        return array(undelivered, (json, each) -> {
            json.writeStringField("questionId", each.questionId());
            json.writeStringField("as", each.as());
            json.writeStringField("reason", each.reason().name());
            json.writeNumberField("status", each.status());
        });
    }

    /** {@code [{"at":"2026-11-23T13:00:00Z","status":503,"response":"Service Unavailable"}]}: what became of each request. */
    static String ofTries(List<Try> tries) {
        return array(tries, (json, each) -> {
            String response = each.response();
            json.writeStringField("at", each.at().toString());
            json.writeNumberField("status", each.status());
            json.writeStringField(
                    "response", response.substring(0, Math.min(response.length(), MOST_CHARACTERS_OF_A_TRY)));
        });
    }

    private static <T> String array(List<T> list, Fields<T> fields) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartArray();
            for (T each : list) {
                json.writeStartObject();
                fields.write(json, each);
                json.writeEndObject();
            }
            json.writeEndArray();
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
        return text.toString();
    }
}
