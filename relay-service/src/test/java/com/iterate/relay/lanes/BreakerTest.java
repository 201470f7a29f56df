package com.iterate.relay.lanes;

import static org.assertj.core.api.Assertions.assertThat;

import com.iterate.relay.Defaults;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BreakerTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final LanesConfig config = Defaults.of(LanesConfig.class);
    private final Breaker breaker =
            new Breaker(config, new Backoff(config.firstBackoff(), config.longestBackoff(), new Random(1)));

    @Test
    void requests_that_were_under_way_together_count_as_one_failure() {
        // when
        for (int request = 0; request < 16; request++) {
            breaker.failed("no answer", NOON.plusMillis(request));
        }
        // then
        assertThat(breaker.allows(NOON.plus(config.firstBackoff()))).isTrue();
    }

    @Test
    void each_probe_that_fails_lengthens_the_pause() {
        // given
        Instant probe = NOON;
        Duration pause = Duration.ZERO;
        for (int failures = 1; failures <= 4; failures++) {
            // when
            breaker.failed("no answer", probe);
            // then
            Instant until = breaker.trouble().orElseThrow().until();
            assertThat(Duration.between(probe, until)).isGreaterThan(pause);
            pause = Duration.between(probe, until);
            probe = until;
        }
    }
}
