package com.iterate.relay.deadletters;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** {@code [{"questionId":"q1","as":"attribute","reason":"REJECTED","status":201}]}: what a replay has to send. */
final class UndeliveredJson {

    private static final JsonFactory JSON = new JsonFactory();

    private UndeliveredJson() {}

    static String of(List<Undelivered> undelivered) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartArray();
            for (Undelivered each : undelivered) {
                json.writeStartObject();
                json.writeStringField("questionId", each.questionId());
                json.writeStringField("as", each.as());
                json.writeStringField("reason", each.reason().name());
                json.writeNumberField("status", each.status());
                json.writeEndObject();
            }
            json.writeEndArray();
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
        return text.toString();
    }
}
