package com.iterate.survey.publishing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The id of an answer's event: a UUID of version 5 (RFC 9562), so that a retry has the same one without anybody storing it. */
public final class EventId {

    /** Ours alone; chosen once at random and never changed. */
    private static final UUID NAMESPACE = UUID.fromString("0e3b6a52-54c8-4c0b-9e0c-6a7d0f6b9d21");

    private EventId() {}

    public static UUID of(String responseId, String questionId, Sequence sequence) {
        // Ids hold no control characters, so a NUL keeps ("a","bc") apart from ("ab","c").
        return ofName(responseId + "\0" + questionId + "\0" + sequence.text());
    }

    private static UUID ofName(String name) {
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        byte[] hash = Sha.digest(
                "SHA-1",
                ByteBuffer.allocate(16 + text.length)
                        .putLong(NAMESPACE.getMostSignificantBits())
                        .putLong(NAMESPACE.getLeastSignificantBits())
                        .put(text)
                        .array());
        ByteBuffer bits = ByteBuffer.wrap(hash);
        long high = (bits.getLong() & 0xffff_ffff_ffff_0fffL) | 0x5000L;
        long low = (bits.getLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
