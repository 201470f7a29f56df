package com.iterate.relay.intake;

/**
 * How far beyond the acknowledged commit requests may run. After a crash the next owner reads just this far and folds it before
 * it sends anything, so that yesterday's answer cannot be written over today's. It must stay the same from one owner to the next.
 */
record Stretch(int offsets, long bytes) {

    /** Each partition's share of the window, so that all of them together can always be read. */
    static Stretch of(int windowRecords, long windowBytes, int partitions) {
        return new Stretch(Math.max(1, windowRecords / partitions), Math.max(1, windowBytes / partitions));
    }
}
