package com.iterate.relay.gaps;

import java.time.Instant;
import java.util.Map;
import java.util.NavigableSet;

/**
 * One pass over a partition for all companies that want records of it: an outage of Braze itself costs one reading, not one a
 * company.
 *
 * @param wants by company; never empty
 */
public record Scan(int partition, Map<String, Want> wants) {

    /**
     * Which records of a company.
     *
     * @param missing  offsets before {@code position} that are to be read again
     * @param position all from here on
     * @param limit    and before here
     * @param most     records; at least one
     * @param before   appended earlier than this; the first younger record ends the pass for this company
     */
    public record Want(NavigableSet<Long> missing, long position, long limit, int most, Instant before) {

        public long from() {
            return missing.isEmpty() ? position : Math.min(missing.first(), position);
        }

        public boolean covers(long offset) {
            return offset < limit && (offset >= position || missing.contains(offset));
        }

        /** Where there is nothing more to find. */
        public long end() {
            return position < limit || missing.isEmpty() ? limit : missing.last() + 1;
        }
    }

    public long from() {
        return wants.values().stream().mapToLong(Want::from).min().orElseThrow();
    }
}
