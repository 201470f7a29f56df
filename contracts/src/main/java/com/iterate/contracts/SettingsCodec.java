package com.iterate.contracts;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** {@link SettingsChanged} as the bytes of a record, and back. */
public final class SettingsCodec {

    private static final JsonFactory JSON = new JsonFactory();

    private SettingsCodec() {}

    public static byte[] encode(SettingsChanged change) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("companyId", change.companyId());
            json.writeNumberField("version", change.version());
            json.writeEndObject();
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Empty for what is no such change: a cache then reloads at its next interval. */
    public static Optional<SettingsChanged> decode(byte[] value) {
        try (JsonParser json = JSON.createParser(value)) {
            String companyId = "";
            long version = -1;
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
                switch (field) {
                    case "companyId" ->
                        companyId = Optional.ofNullable(json.nextTextValue()).orElse("");
                    case "version" -> version = json.nextLongValue(-1);
                    default -> {
                        json.nextToken();
                        json.skipChildren();
                    }
                }
            }
            return Optional.of(new SettingsChanged(companyId, version));
        } catch (IOException | InvalidEvent broken) {
            return Optional.empty();
        }
    }
}
