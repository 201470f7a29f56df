package com.iterate.relay.projection;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** Headers of a dead letter, or of anything else that somebody has put onto its topic: nothing about them is trusted. */
final class LetterHeaders {

    private static final JsonFactory JSON = new JsonFactory();

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    private final Headers headers;

    LetterHeaders(Headers headers) {
        this.headers = headers;
    }

    /** Of several the last: a letter that was put back and died again has the older ones among its original headers. */
    Optional<String> text(String name) {
        return Optional.ofNullable(headers.lastHeader(name))
                .map(Header::value)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8).replace('\0', '\uFFFD'));
    }

    Optional<Long> number(String name) {
        return text(name).filter(text -> NUMBER.matcher(text).matches()).map(Long::valueOf);
    }

    Optional<Integer> integer(String name) {
        return number(name).filter(number -> number <= Integer.MAX_VALUE).map(Long::intValue);
    }

    Optional<Instant> time(String name) {
        try {
            return text(name).map(Instant::parse);
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }

    boolean has(String name) {
        return headers.lastHeader(name) != null;
    }

    /** {@code [{"name":"ce_id","value":"…"}]}, in their order; what is no text that Postgres takes is {@code base64} instead. */
    String json() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartArray();
            for (Header header : headers) {
                json.writeStartObject();
                json.writeStringField("name", header.key().replace('\0', '\uFFFD'));
                writeValue(header, json);
                json.writeEndObject();
            }
            json.writeEndArray();
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
        return text.toString();
    }

    private static void writeValue(Header header, JsonGenerator json) throws IOException {
        byte[] value = header.value();
        if (value == null) {
            json.writeNullField("value");
            return;
        }
        Optional<String> text = strictly(value);
        if (text.isPresent()) {
            json.writeStringField("value", text.get());
        } else {
            json.writeStringField("base64", Base64.getEncoder().encodeToString(value));
        }
    }

    private static Optional<String> strictly(byte[] value) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(value))
                    .toString();
            return text.indexOf('\0') < 0 ? Optional.of(text) : Optional.empty();
        } catch (CharacterCodingException notText) {
            return Optional.empty();
        }
    }
}
