package com.iterate.relay.lanes;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait after so many failures: doubling, bounded, and never the same for two lanes. */
public final class Backoff {

    /** More doublings than any sensible pair of bounds needs; keeps the shift from overflowing. */
    private static final int MOST_DOUBLINGS = 20;

    private final Duration first;
    private final Duration longest;
    private final RandomGenerator random;

    public Backoff(Duration first, Duration longest, RandomGenerator random) {
        this.first = first;
        this.longest = longest;
        this.random = random;
    }

    /** @param failures in a row, from 1 */
    public Duration after(int failures) {
        long doubled = first.toMillis() << Math.min(failures - 1, MOST_DOUBLINGS);
        return jittered(Duration.ofMillis(Math.min(doubled, longest.toMillis())));
    }

    /** Between half of it and all of it. */
    Duration jittered(Duration wait) {
        long half = Math.max(1, wait.toMillis() / 2);
        return Duration.ofMillis(half + random.nextLong(half + 1));
    }
}
