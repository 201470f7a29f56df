package com.iterate.relay.intake;

/**
 * How far a partition is finished without a hole: the offset to commit. One bit for each offset between that and the newest
 * that came in, in a ring.
 */
final class Watermark {

    private static final int BITS = Long.SIZE;

    private long[] ring = new long[16];
    private long base;
    private long next;

    /** @param start the first offset that is expected */
    Watermark(long start) {
        base = start;
        next = start;
    }

    /** All before it is finished. */
    long base() {
        return base;
    }

    /** The offset after the newest that came in. */
    long next() {
        return next;
    }

    /** Offsets that the log skips (compaction, transaction markers) count as finished. */
    void received(long offset) {
        grow(offset + 1 - base);
        for (long skipped = next; skipped < offset; skipped++) {
            set(skipped);
        }
        next = offset + 1;
        advance();
    }

    void finished(long offset) {
        if (offset >= base && offset < next) {
            set(offset);
            advance();
        }
    }

    private void advance() {
        while (base < next && isSet(base)) {
            ring[word(base)] &= ~bit(base);
            base++;
        }
    }

    private void grow(long needed) {
        if (needed <= (long) ring.length * BITS) {
            return;
        }
        long[] old = ring;
        int oldLength = old.length;
        int length = oldLength;
        while ((long) length * BITS < needed) {
            length *= 2;
        }
        ring = new long[length];
        for (long offset = base; offset < next; offset++) {
            int word = (int) ((offset / BITS) & (oldLength - 1));
            if ((old[word] & bit(offset)) != 0) {
                set(offset);
            }
        }
    }

    private boolean isSet(long offset) {
        return (ring[word(offset)] & bit(offset)) != 0;
    }

    private void set(long offset) {
        ring[word(offset)] |= bit(offset);
    }

    private int word(long offset) {
        return (int) ((offset / BITS) & (ring.length - 1));
    }

    private static long bit(long offset) {
        return 1L << (offset & (BITS - 1));
    }
}
