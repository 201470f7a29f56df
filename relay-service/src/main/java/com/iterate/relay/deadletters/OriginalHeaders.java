package com.iterate.relay.deadletters;

import com.iterate.relay.deadletters.OriginalRecord.OriginalHeader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/**
 * A record's headers in one piece: thousands of records wait at a time, few ever need theirs, and a record has six of them or more,
 * three objects each. Made into objects again when somebody asks.
 */
public final class OriginalHeaders extends AbstractList<OriginalHeader> {

    public static final OriginalHeaders NONE = new OriginalHeaders(new byte[0], 0, 0);

    private static final int NO_VALUE = -1;

    /** For each header: length of its name, the name, length of its value or -1, the value. Of a known name its number alone. */
    private final byte[] packed;

    private final int count;
    private final int bytes;

    private OriginalHeaders(byte[] packed, int count, int bytes) {
        this.packed = packed;
        this.count = count;
        this.bytes = bytes;
    }

    public static OriginalHeaders of(List<OriginalHeader> headers) {
        Headers same = new RecordHeaders();
        headers.forEach(header -> same.add(header.name(), header.value()));
        return of(same);
    }

    public static OriginalHeaders of(Headers headers) {
        int count = 0;
        int length = 0;
        int bytes = 0;
        for (Header header : headers) {
            int value = 2 * Integer.BYTES + (header.value() == null ? 0 : header.value().length);
            length += value + (HeaderName.number(header.key()) < 0 ? 0 : HeaderName.encoded(header.key()).length);
            bytes += value + Utils.utf8Length(header.key());
            count++;
        }
        ByteBuffer into = ByteBuffer.allocate(length);
        for (Header header : headers) {
            put(header, into);
        }
        return count == 0 ? NONE : new OriginalHeaders(into.array(), count, bytes);
    }

    private static void put(Header header, ByteBuffer into) {
        int number = HeaderName.number(header.key());
        if (number < 0) {
            into.putInt(number);
        } else {
            byte[] name = HeaderName.encoded(header.key());
            into.putInt(name.length).put(name);
        }
        if (header.value() == null) {
            into.putInt(NO_VALUE);
        } else {
            into.putInt(header.value().length).put(header.value());
        }
    }

    /** The value of the first header of this name; empty also for a header without a value. */
    public Optional<byte[]> first(HeaderName name) {
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
    public boolean agree(HeaderName name, byte[] value) {
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

    /**
     * About as many as in Kafka, names included. How far a relay may have sent is counted with it, so it must be the same in the
     * next version.
     */
    public int bytes() {
        return bytes;
    }

    @Override
    public OriginalHeader get(int index) {
        ByteBuffer from = ByteBuffer.wrap(packed);
        for (int i = 0; i < index; i++) {
            nameAt(from);
            from.position(Math.max(0, from.getInt()) + from.position());
        }
        String name = new String(nameAt(from), StandardCharsets.UTF_8);
        int length = from.getInt();
        byte @Nullable [] value = length == NO_VALUE ? null : new byte[length];
        if (value != null) {
            from.get(value);
        }
        return new OriginalHeader(name, value);
    }

    @Override
    public int size() {
        return count;
    }

    /** @return whether it is this one */
    private boolean skipName(ByteBuffer from, HeaderName name) {
        int length = from.getInt();
        if (length < 0) {
            return length == name.number();
        }
        int start = from.position();
        from.position(start + length);
        return Arrays.equals(packed, start, start + length, name.encoded(), 0, name.encoded().length);
    }

    private static byte[] nameAt(ByteBuffer from) {
        int length = from.getInt();
        if (length < 0) {
            return HeaderName.withNumber(length);
        }
        byte[] name = new byte[length];
        from.get(name);
        return name;
    }
}
