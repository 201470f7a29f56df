package com.iterate.relay.lanes;

import java.time.Instant;
import java.util.Comparator;

/** Among a person's answers to one attribute, the newest: the order in which they were submitted, then Kafka's. */
public record Age(Instant submittedAt, long offset) implements Comparable<Age> {

    private static final Comparator<Age> ORDER =
            Comparator.comparing(Age::submittedAt).thenComparingLong(Age::offset);

    boolean isBefore(Age other) {
        return compareTo(other) < 0;
    }

    @Override
    public int compareTo(Age other) {
        return ORDER.compare(this, other);
    }
}
