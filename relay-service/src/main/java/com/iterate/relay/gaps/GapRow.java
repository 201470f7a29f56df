package com.iterate.relay.gaps;

import com.iterate.relay.lanes.Obstacle;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is remembered of a gap through crashes and rebalances. Of the company's records in the partition exactly these are not
 * done: the {@code open} ones, and all from {@code position} to {@code until}.
 *
 * @param position the first offset that was not read for this gap
 * @param open     offsets before it, ascending: everything that may be in a lane, so that a successor knows what may have been
 *                 sent
 * @param until    from there on the live reader serves the company again; empty while it skips it
 * @param waiting   answers that are in no lane, as far as they were counted
 * @param countedTo up to this offset
 * @param oldestAt when Kafka had the oldest answer that waits, or somewhat before
 */
public record GapRow(
        int partition,
        String company,
        long position,
        List<Long> open,
        Optional<Long> until,
        long waiting,
        long countedTo,
        Obstacle cause,
        Instant openedAt,
        Instant oldestAt) {

    public GapRow {
        open = List.copyOf(open);
    }
}
