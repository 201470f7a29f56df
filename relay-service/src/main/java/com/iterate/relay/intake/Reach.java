package com.iterate.relay.intake;

import com.iterate.relay.deadletters.OriginalRecord;
import java.util.HashMap;
import java.util.Map;

/**
 * How far beyond the acknowledged commit a partition's records may be sent, in offsets and in bytes. What came in since the commit
 * lies in a ring of numbers: ten windows of skipped records may, and as objects they would take more than the answers.
 */
final class Reach {

    private static final int SMALLEST = 64;

    private final Stretch stretch;
    private long[] offsets = new long[SMALLEST];
    private long[] ends = new long[SMALLEST];
    private int first;
    private int count;
    private long committed;
    private long committedBytes;
    private long bytes;

    Reach(Stretch stretch, long committed) {
        this.stretch = stretch;
        this.committed = committed;
    }

    /** In the order of the log. */
    void arrived(OriginalRecord record) {
        bytes += record.size();
        if (count == offsets.length) {
            grow();
        }
        int last = place(count);
        offsets[last] = record.offset();
        ends[last] = bytes;
        count++;
    }

    /** Kafka acknowledged this offset. */
    void committed(long offset) {
        committed = Math.max(committed, offset);
        while (count > 0 && offsets[first] < committed) {
            committedBytes = ends[first];
            first = place(1);
            count--;
        }
    }

    long committed() {
        return committed;
    }

    int uncommitted() {
        return count;
    }

    /** Bytes that came in so far. */
    long bytes() {
        return bytes;
    }

    /** By offset: what {@link #bytes} was when it had just come in. */
    Map<Long, Long> ends() {
        Map<Long, Long> byOffset = new HashMap<>();
        for (int i = 0; i < count; i++) {
            byOffset.put(offsets[place(i)], ends[place(i)]);
        }
        return byOffset;
    }

    /** The first beyond the commit always is within reach, however large: it is what the next commit waits for. */
    boolean covers(OriginalRecord record, long bytesEnd) {
        boolean first = bytesEnd - record.size() <= committedBytes;
        return first
                || (record.offset() < committed + stretch.offsets() && bytesEnd - committedBytes <= stretch.bytes());
    }

    boolean bytesAreSpent() {
        return bytes - committedBytes >= stretch.bytes();
    }

    boolean isQuarterSpent(long settled) {
        return settled - committed >= Math.max(1, stretch.offsets() / 4);
    }

    private int place(int after) {
        return first + after & offsets.length - 1;
    }

    private void grow() {
        long[] moreOffsets = new long[2 * count];
        long[] moreEnds = new long[2 * count];
        for (int i = 0; i < count; i++) {
            moreOffsets[i] = offsets[place(i)];
            moreEnds[i] = ends[place(i)];
        }
        offsets = moreOffsets;
        ends = moreEnds;
        first = 0;
    }
}
