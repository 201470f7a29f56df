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

    private static Times accepted(long... accepted) {
        return new Times(new long[accepted.length], accepted, SLOTS);
    }
}
