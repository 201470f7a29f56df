package com.iterate.settings.announcements;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Changes that no relay was told yet.
 *
 * @param since when the oldest of them was made
 */
record Waiting(long changes, Optional<Instant> since) {

    static final Waiting NONE = new Waiting(0, Optional.empty());

    double seconds(Clock clock) {
        return since.map(oldest -> Duration.between(oldest, clock.instant()).toMillis() / 1000.0)
                .orElse(0.0);
    }
}
