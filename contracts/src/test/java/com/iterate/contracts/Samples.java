package com.iterate.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The golden samples and what is expected of each, from {@code samples/index.json}. */
record Samples(String file, JsonNode expected, byte[] bytes) {

    static Stream<Samples> all() {
        try {
            JsonNode index = new ObjectMapper().readTree(resource("/samples/index.json"));
            return StreamSupport.stream(index.spliterator(), false)
                    .map(entry -> new Samples(
                            entry.get("file").asText(),
                            entry,
                            resource("/samples/" + entry.get("file").asText())));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static Stream<Samples> valid() {
        return all().filter(Samples::isValid);
    }

    static Stream<Samples> invalid() {
        return all().filter(sample -> !sample.isValid());
    }

    static Samples named(String file) {
        return all().filter(sample -> sample.file.equals(file)).findFirst().orElseThrow();
    }

    static byte[] resource(String path) {
        try (InputStream in = Objects.requireNonNull(Samples.class.getResourceAsStream(path), path)) {
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    boolean isValid() {
        return expected.has("key");
    }

    /** A size in bytes, a repeated question or a broken pair: rules that JSON Schema has no words for. */
    boolean isBeyondSchema() {
        return expected.path("beyondSchema").asBoolean();
    }

    ResponseSubmitted event() {
        return ((Decoded.Event) ResponseDecoder.decode(bytes)).value();
    }

    @Override
    public String toString() {
        return file;
    }
}
