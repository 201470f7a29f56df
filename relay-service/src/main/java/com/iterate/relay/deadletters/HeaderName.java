package com.iterate.relay.deadletters;

import com.iterate.contracts.CloudEventHeaders;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A header's name. Every record has most of those that are known here, so {@link OriginalHeaders} keep a number of them. */
public final class HeaderName {

    private static final List<String> KNOWN = List.of(
            CloudEventHeaders.CONTENT_TYPE,
            CloudEventHeaders.SPEC_VERSION,
            CloudEventHeaders.ID,
            CloudEventHeaders.TIME,
            CloudEventHeaders.TYPE,
            CloudEventHeaders.SOURCE,
            CloudEventHeaders.SUBJECT,
            "traceparent");

    private static final List<byte[]> KNOWN_ENCODED =
            KNOWN.stream().map(HeaderName::encoded).toList();

    /** Below zero, so that none is a length. A hash table of the older kind: asked for every header, Java's immutable one divides. */
    private static final Map<String, Integer> NUMBERS = new HashMap<>(
            KNOWN.stream().collect(Collectors.toMap(Function.identity(), name -> -1 - KNOWN.indexOf(name))));

    private static final int NO_NUMBER = 0;

    private final byte[] encoded;
    private final int number;

    private HeaderName(byte[] encoded, int number) {
        this.encoded = encoded;
        this.number = number;
    }

    public static HeaderName of(String name) {
        return new HeaderName(encoded(name), number(name));
    }

    /** Below zero if it is known. */
    static int number(String name) {
        return NUMBERS.getOrDefault(name, NO_NUMBER);
    }

    static byte[] withNumber(int number) {
        return KNOWN_ENCODED.get(-1 - number);
    }

    static byte[] encoded(String name) {
        return name.getBytes(StandardCharsets.UTF_8);
    }

    byte[] encoded() {
        return encoded;
    }

    int number() {
        return number;
    }
}
