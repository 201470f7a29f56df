package com.iterate.relay.deadletters;

import com.iterate.relay.deadletters.OriginalRecord.OriginalHeader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A record's headers in one piece: thousands of records wait at a time, few ever need theirs, and a record has
 * six of them or more, three objects each. Made into objects again when somebody asks.
 */
public final class OriginalHeaders extends AbstractList<OriginalHeader> {

    public static final OriginalHeaders NONE = new OriginalHeaders(new byte[0], 0);

    private static final int NO_VALUE = -1;

    /** Encoded once: every record has these. */
    private static final Map<String, byte[]> KNOWN_NAMES = Stream.of(
                    "content-type",
                    "ce_specversion",
                    "ce_id",
                    "ce_time",
                    "ce_type",
                    "ce_source",
                    "ce_subject",
                    "traceparent")
            .collect(Collectors.toUnmodifiableMap(name -> name, name -> name.getBytes(StandardCharsets.UTF_8)));

    /** For each header: length of its name, the name, length of its value or -1, the value. */
    private final byte[] packed;

    private final int count;

    private OriginalHeaders(byte[] packed, int count) {
        this.packed = packed;
        this.count = count;
    }

    public static OriginalHeaders of(List<OriginalHeader> headers) {
        Packing packing = new Packing(headers.size());
        headers.forEach(header -> packing.add(header.name(), header.value()));
        return packing.packed();
    }

    public static OriginalHeaders of(Headers headers) {
        Packing packing = new Packing(8);
        for (Header header : headers) {
            packing.add(header.key(), header.value());
        }
        return packing.packed();
    }

    /** Collects names and values, then writes them once. */
    private static final class Packing {

        private final List<byte @Nullable []> parts;
        private int length;

        Packing(int headers) {
            parts = new ArrayList<>(2 * headers);
        }

        void add(String name, byte @Nullable [] value) {
            byte[] known = KNOWN_NAMES.get(name);
            byte[] encoded = known == null ? name.getBytes(StandardCharsets.UTF_8) : known;
            parts.add(encoded);
            parts.add(value);
            length += 2 * Integer.BYTES + encoded.length + (value == null ? 0 : value.length);
        }

        OriginalHeaders packed() {
            if (parts.isEmpty()) {
                return NONE;
            }
            ByteBuffer into = ByteBuffer.allocate(length);
            for (byte @Nullable [] part : parts) {
                into.putInt(part == null ? NO_VALUE : part.length);
                if (part != null) {
                    into.put(part);
                }
            }
            return new OriginalHeaders(into.array(), parts.size() / 2);
        }
    }

    /** The value of the first header of this name; empty also for a header without a value. */
    public Optional<byte[]> first(byte[] name) {
        ByteBuffer from = ByteBuffer.wrap(packed);
        while (from.hasRemaining()) {
            boolean found = skipName(from, name);
            int length = from.getInt();
            if (found) {
                return length == NO_VALUE
                        ? Optional.empty()
                        : Optional.of(Arrays.copyOfRange(packed, from.position(), from.position() + length));
            }
            from.position(from.position() + Math.max(0, length));
        }
        return Optional.empty();
    }

    /** Whether no header of this name has another value than this. */
    public boolean agree(byte[] name, byte[] value) {
        ByteBuffer from = ByteBuffer.wrap(packed);
        while (from.hasRemaining()) {
            boolean found = skipName(from, name);
            int length = from.getInt();
            int start = from.position();
            int end = start + Math.max(0, length);
            if (found && (length == NO_VALUE || !Arrays.equals(packed, start, end, value, 0, value.length))) {
                return false;
            }
            from.position(end);
        }
        return true;
    }

    /** Bytes that they take here. */
    public int bytes() {
        return packed.length;
    }

    @Override
    public OriginalHeader get(int index) {
        ByteBuffer from = ByteBuffer.wrap(packed);
        for (int i = 0; i < index; i++) {
            from.position(from.getInt() + from.position());
            from.position(Math.max(0, from.getInt()) + from.position());
        }
        byte[] name = new byte[from.getInt()];
        from.get(name);
        int length = from.getInt();
        byte @Nullable [] value = length == NO_VALUE ? null : new byte[length];
        if (value != null) {
            from.get(value);
        }
        return new OriginalHeader(new String(name, StandardCharsets.UTF_8), value);
    }

    @Override
    public int size() {
        return count;
    }

    /** @return whether it is this one */
    private boolean skipName(ByteBuffer from, byte[] name) {
        int length = from.getInt();
        int start = from.position();
        from.position(start + length);
        return Arrays.equals(packed, start, start + length, name, 0, name.length);
    }
}
