package com.iterate.relay.lanes;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** How long this relay may send, and until when what it sent may still take effect. */
final class Tenure {

    private final Loop loop;
    private final Duration settle;
    private final Map<Integer, Instant> settlesAt = new HashMap<>();
    private Instant until = Instant.EPOCH;

    Tenure(Loop loop, Duration settle) {
        this.loop = loop;
        this.settle = settle;
    }

    void lastsUntil(Instant end) {
        until = end;
    }

    boolean holds() {
        return loop.now().isBefore(until);
    }

    /** A request with answers of these partitions came to an end. */
    void ended(Set<Integer> partitions) {
        Instant at = loop.now().plus(settle);
        partitions.forEach(partition -> settlesAt.put(partition, at));
    }

    boolean hasSettled(int partition) {
        return !settlesAt.getOrDefault(partition, Instant.EPOCH).isAfter(loop.now());
    }
}
