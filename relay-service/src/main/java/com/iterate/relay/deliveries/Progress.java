package com.iterate.relay.deliveries;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * How far a relay is.
 *
 * @param finished by partition that it owns: all before this offset is done, or in a gap
 * @param gaps     of these partitions
 */
public record Progress(Map<Integer, Long> finished, List<InGap> gaps) {

    /**
     * A company that is skipped.
     *
     * @param openedAt tells one gap from the next
     * @param finished all of the company's answers before this offset are done
     */
    public record InGap(int partition, String company, Instant openedAt, long finished) {}
}
