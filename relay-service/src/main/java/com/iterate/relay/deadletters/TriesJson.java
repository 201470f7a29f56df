package com.iterate.relay.deadletters;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** {@code [{"at":"2026-11-23T13:00:00Z","status":503,"response":"Service Unavailable"}]}: what became of each request. */
final class TriesJson {

    private static final JsonFactory JSON = new JsonFactory();

    /** Ten of them have room in a header; the last one's words stand whole in a header of their own. */
    private static final int MOST_CHARACTERS = 200;

    private TriesJson() {}

    static String of(List<Try> tries) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartArray();
            for (Try each : tries) {
                String response = each.response();
                json.writeStartObject();
                json.writeStringField("at", each.at().toString());
                json.writeNumberField("status", each.status());
                json.writeStringField("response", response.substring(0, Math.min(response.length(), MOST_CHARACTERS)));
                json.writeEndObject();
            }
            json.writeEndArray();
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
        return text.toString();
    }
}
