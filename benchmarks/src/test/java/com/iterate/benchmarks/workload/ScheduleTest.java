package com.iterate.benchmarks.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    @Test
    void answers_are_meant_to_leave_at_a_constant_pace_from_the_start() {
        Schedule schedule = new Schedule(100, Instant.ofEpochSecond(10), 500);
        assertThat(schedule.microsOf(100)).isEqualTo(10_000_000);
        assertThat(schedule.microsOf(101)).isEqualTo(10_002_000);
        assertThat(schedule.microsOf(600)).isEqualTo(11_000_000);
    }
}
