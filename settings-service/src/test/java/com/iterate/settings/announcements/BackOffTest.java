package com.iterate.settings.announcements;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class BackOffTest {

    private final MovingClock clock = new MovingClock();
    // Always the longest wait that the jitter allows.
    private final RandomGenerator unlucky = new RandomGenerator() {
        @Override
        public long nextLong() {
            return Long.MAX_VALUE;
        }

        @Override
        public long nextLong(long bound) {
            return bound - 1;
        }
    };
    private final BackOff backOff =
            new BackOff(new Config(Duration.ofSeconds(1), Duration.ofSeconds(3)), clock, unlucky);

    record Config(Duration shortest, Duration longest) implements AnnouncementsConfig.BackOff {}

    @Test
    void nothing_waits_before_the_first_failure() {
        assertThat(backOff.isOver()).isTrue();
    }

    @Test
    void the_wait_doubles_up_to_the_longest() {
        for (long seconds : new long[] {1, 2, 3, 3}) {
            backOff.failed();
            clock.advance(Duration.ofSeconds(seconds).minusMillis(1));
            assertThat(backOff.isOver()).isFalse();
            clock.advance(Duration.ofMillis(1));
            assertThat(backOff.isOver()).isTrue();
        }
    }

    @Test
    void a_success_forgets_the_failures() {
        backOff.failed();
        backOff.failed();

        backOff.succeeded();

        assertThat(backOff.isOver()).isTrue();
    }

    private static final class MovingClock extends Clock {

        private Instant now = Instant.EPOCH;

        void advance(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
