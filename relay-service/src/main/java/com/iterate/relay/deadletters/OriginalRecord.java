package com.iterate.relay.deadletters;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record of the responses topic exactly as it was read, so that a dead letter can be what it was.
 *
 * @param appendedAt the broker's clock
 */
@SuppressWarnings("ArrayRecordComponent") // Kafka's bytes, handed on untouched; never compared.
public record OriginalRecord(
        String topic,
        int partition,
        long offset,
        Instant appendedAt,
        byte @Nullable [] key,
        byte @Nullable [] value,
        OriginalHeaders headers) {

    @SuppressWarnings("ArrayRecordComponent")
    public record OriginalHeader(String name, byte @Nullable [] value) {}

    public OriginalRecord(
            String topic,
            int partition,
            long offset,
            Instant appendedAt,
            byte @Nullable [] key,
            byte @Nullable [] value,
            List<OriginalHeader> headers) {
        this(topic, partition, offset, appendedAt, key, value, OriginalHeaders.of(headers));
    }

    /** Bytes that the relay holds while it works on this record. */
    public int size() {
        return lengthOf(key) + lengthOf(value) + headers.bytes();
    }

    private static int lengthOf(byte @Nullable [] bytes) {
        return bytes == null ? 0 : bytes.length;
    }
}
