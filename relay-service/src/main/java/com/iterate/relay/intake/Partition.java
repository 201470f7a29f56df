package com.iterate.relay.intake;

import com.iterate.relay.lanes.Parcel;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** One partition that this relay owns: what came in, what may go to the lanes, and how far it is finished. */
final class Partition {

    /** @param bytesEnd bytes that came in before and with this record */
    private record Arrived(long offset, long bytesEnd) {}

    private record Held(Parcel parcel, long bytesEnd) {}

    private final Stretch stretch;
    private final Start start;
    private final Watermark watermark;
    private final Consumer<Parcel> lanes;
    private final Deque<Arrived> sinceCommit = new ArrayDeque<>();
    private final Deque<Held> held = new ArrayDeque<>();
    private long committed;
    private long committedBytes;
    private long bytes;
    private boolean caughtUp;
    private int open;
    private long openBytes;

    Partition(Start start, Stretch stretch, Consumer<Parcel> lanes) {
        this.start = start;
        this.stretch = stretch;
        this.watermark = new Watermark(start.committed());
        this.lanes = lanes;
        this.committed = start.committed();
    }

    /** Already read: after a rebalance the same records may come twice. */
    boolean knows(long offset) {
        return offset < watermark.next();
    }

    void received(long offset, int size) {
        watermark.received(offset);
        bytes += size;
        sinceCommit.addLast(new Arrived(offset, bytes));
        open++;
        openBytes += size;
    }

    /** On its way to the lanes, at once or when the commit has come closer. */
    void hold(Parcel parcel) {
        held.addLast(new Held(parcel, bytes));
    }

    void finished(long offset, int size) {
        watermark.finished(offset);
        open--;
        openBytes -= size;
    }

    /** Hands on what may go now. */
    void letGo(Instant now) {
        caughtUp = caughtUp || (!start.notBefore().isAfter(now) && hasReadTheStretch());
        while (caughtUp && !held.isEmpty() && isWithinTheStretch(held.getFirst())) {
            lanes.accept(held.removeFirst().parcel());
        }
    }

    /** Kafka acknowledged this offset. */
    void committed(long offset) {
        committed = Math.max(committed, offset);
        while (!sinceCommit.isEmpty() && sinceCommit.getFirst().offset() < committed) {
            committedBytes = sinceCommit.removeFirst().bytesEnd();
        }
    }

    long committable() {
        return watermark.base();
    }

    boolean isAheadOfItsCommit() {
        return watermark.base() > committed;
    }

    int open() {
        return open;
    }

    long openBytes() {
        return openBytes;
    }

    private boolean hasReadTheStretch() {
        long until = Math.min(start.end(), start.committed() + stretch.offsets());
        return watermark.next() >= until || bytes - committedBytes >= stretch.bytes();
    }

    private boolean isWithinTheStretch(Held next) {
        long offset = next.parcel().original().offset();
        boolean first = offset == watermark.base();
        return first || (offset < committed + stretch.offsets() && next.bytesEnd() - committedBytes <= stretch.bytes());
    }
}
