package com.iterate.relay.intake;

import com.iterate.relay.deadletters.OriginalRecord;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.stream.Collectors;

/** How far beyond the acknowledged commit a partition's records may be sent, in offsets and in bytes. */
final class Reach {

    /** @param bytesEnd bytes that came in before and with this record */
    private record Arrived(long offset, long bytesEnd) {}

    private final Stretch stretch;
    private final Deque<Arrived> sinceCommit = new ArrayDeque<>();
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
        sinceCommit.addLast(new Arrived(record.offset(), bytes));
    }

    /** Kafka acknowledged this offset. */
    void committed(long offset) {
        committed = Math.max(committed, offset);
        while (!sinceCommit.isEmpty() && sinceCommit.getFirst().offset() < committed) {
            committedBytes = sinceCommit.removeFirst().bytesEnd();
        }
    }

    long committed() {
        return committed;
    }

    int uncommitted() {
        return sinceCommit.size();
    }

    /** Bytes that came in so far. */
    long bytes() {
        return bytes;
    }

    /** By offset: what {@link #bytes} was when it had just come in. */
    Map<Long, Long> ends() {
        return sinceCommit.stream().collect(Collectors.toMap(Arrived::offset, Arrived::bytesEnd));
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
}
