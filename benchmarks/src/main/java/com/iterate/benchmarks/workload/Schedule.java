package com.iterate.benchmarks.workload;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * When each number is meant to leave.
 *
 * @param first  the number that leaves at {@code start}
 * @param perSecond answers a second
 */
public record Schedule(int first, Instant start, int perSecond) {

    /** Microseconds since 1970, the unit of the stand-in's times. */
    public long microsOf(int number) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at(number));
    }

    long nanosUntil(int number) {
        return Duration.between(Instant.now(), at(number)).toNanos();
    }

    private Instant at(int number) {
        return start.plusNanos((number - first) * 1_000_000_000L / perSecond);
    }
}
