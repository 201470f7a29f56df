package com.iterate.settings.announcements;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/** Doubles the wait after each failure, with jitter, so that replicas do not knock at the same moment. */
final class BackOff {

    private final Duration shortest;
    private final Duration longest;
    private final Clock clock;
    private final RandomGenerator random;
    private Duration next;
    private Instant notBefore = Instant.MIN;

    BackOff(AnnouncementsConfig.BackOff config, Clock clock, RandomGenerator random) {
        this.shortest = config.shortest();
        this.longest = config.longest();
        this.clock = clock;
        this.random = random;
        this.next = shortest;
    }

    synchronized boolean isOver() {
        return !clock.instant().isBefore(notBefore);
    }

    synchronized void failed() {
        // Between half and all of it.
        long millis = next.toMillis() / 2 + random.nextLong(next.toMillis() / 2 + 1);
        notBefore = clock.instant().plusMillis(millis);
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(longest) > 0 ? longest : doubled;
    }

    synchronized void succeeded() {
        notBefore = Instant.MIN;
        next = shortest;
    }
}
