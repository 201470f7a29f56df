package com.iterate.relay.gaps;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait before a database or Kafka is asked again: never the same twice, for relays fail together. */
final class Pause {

    private final Duration shortest;
    private final RandomGenerator random;

    Pause(Duration shortest, RandomGenerator random) {
        this.shortest = shortest;
        this.random = random;
    }

    Duration next() {
        return shortest.plusMillis(random.nextLong(shortest.toMillis() + 1));
    }
}
