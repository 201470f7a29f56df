package com.iterate.sandbox.journeys;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * A span as it was exported, read by the field numbers of OTLP's trace.proto: five of them are not worth a dependency.
 *
 * @param name {@code service: span}
 */
record SeenSpan(String trace, String id, String parent, String name) {

    private static final String SERVICE = "service.name";

    /** @param export an {@code ExportTraceServiceRequest} */
    static List<SeenSpan> in(byte[] export) {
        return messages(read(ByteString.copyFrom(export)), 1)
                .flatMap(SeenSpan::ofResource)
                .toList();
    }

    /** {@code ResourceSpans}: 1 resource, 2 spans by scope. */
    private static Stream<SeenSpan> ofResource(UnknownFieldSet resourceSpans) {
        String service = messages(resourceSpans, 1)
                .flatMap(resource -> messages(resource, 1))
                .filter(attribute -> text(attribute, 1).equals(SERVICE))
                .flatMap(attribute -> messages(attribute, 2))
                .map(value -> text(value, 1))
                .findFirst()
                .orElse("?");
        return messages(resourceSpans, 2)
                .flatMap(scope -> messages(scope, 2))
                .map(span -> new SeenSpan(hex(span, 1), hex(span, 2), hex(span, 4), service + ": " + text(span, 5)));
    }

    private static Stream<UnknownFieldSet> messages(UnknownFieldSet parent, int field) {
        return parent.getField(field).getLengthDelimitedList().stream().map(SeenSpan::read);
    }

    private static String text(UnknownFieldSet parent, int field) {
        return bytes(parent, field).toStringUtf8();
    }

    private static String hex(UnknownFieldSet parent, int field) {
        return HexFormat.of().formatHex(bytes(parent, field).toByteArray());
    }

    private static ByteString bytes(UnknownFieldSet parent, int field) {
        return parent.getField(field).getLengthDelimitedList().stream()
                .findFirst()
                .orElse(ByteString.EMPTY);
    }

    private static UnknownFieldSet read(ByteString bytes) {
        try {
            return UnknownFieldSet.parseFrom(bytes);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("this is no OTLP", e);
        }
    }
}
