package com.iterate.benchmarks.processes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimesTest {

    /** 0, 3 and 6 write the same attribute of the same person; so do 1, 4, 7 and 2, 5. */
    private static final int SLOTS = 3;

    @Test
    void an_answer_is_delivered_when_it_or_a_newer_one_to_the_same_attribute_is_accepted() {
        Times times = accepted(0, 20, 0, 50, 10, 0, 40, 0);
        assertThat(times.delivered(0)).isEqualTo(40);
        assertThat(times.delivered(3)).isEqualTo(40);
        assertThat(times.delivered(1)).isEqualTo(10);
        assertThat(times.delivered(6)).isEqualTo(40);
    }

    @Test
    void an_older_one_accepted_later_delivers_nothing_newer() {
        assertThat(accepted(90, 0, 0, 0, 0, 0, 0, 0).delivered(3)).isZero();
    }

    @Test
    void missing_is_what_neither_arrived_nor_was_overtaken() {
        Times times = accepted(0, 20, 0, 50, 10, 0, 40, 0);
        assertThat(times.missing(8)).isEqualTo(3);
        assertThat(times.missing(5)).isEqualTo(1);
        assertThat(times.missing(-1)).isZero();
    }

    @Test
    void a_rate_counts_from_the_first_arrival_and_that_of_the_second_half_from_the_middle() {
        long[] arrived = {1_000_000, 1_100_000, 1_200_000, 1_300_000};
        long[] accepted = {1_500_000, 2_250_000, 2_000_000, 2_500_000};

        assertThat(new Times(arrived, accepted, 4).rates()).isEqualTo(new Times.Rates(4 / 1.5, 1 / 0.25));
    }

    @Test
    void what_nobody_accepted_has_no_rate() {
        assertThat(accepted(0, 0, 0).rates()).isEqualTo(new Times.Rates(0, 0));
    }

    private static Times accepted(long... accepted) {
        return new Times(new long[accepted.length], accepted, SLOTS);
    }
}
