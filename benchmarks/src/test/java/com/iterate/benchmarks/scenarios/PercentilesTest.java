package com.iterate.benchmarks.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PercentilesTest {

    @Test
    void microseconds_become_percentiles_in_milliseconds() {
        Percentiles percentiles =
                Percentiles.of(LongStream.rangeClosed(1, 1_000).map(millis -> millis * 1_000));
        assertThat(percentiles.count()).isEqualTo(1_000);
        assertThat(percentiles.p50()).isCloseTo(500, within(1.0));
        assertThat(percentiles.p99()).isCloseTo(990, within(1.0));
        assertThat(percentiles.max()).isCloseTo(1_000, within(1.0));
    }

    @Test
    void nothing_measured_is_no_failure() {
        assertThat(Percentiles.of(LongStream.empty()).count()).isZero();
    }
}
