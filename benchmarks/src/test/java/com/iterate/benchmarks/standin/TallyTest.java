package com.iterate.benchmarks.standin;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import org.junit.jupiter.api.Test;

class TallyTest {

    /** Ten answers; 0 and 5 write the same attribute of the same person, 1 and 6, and so on. */
    private final Tally tally = new Tally(10, 5);

    @Test
    void an_older_answer_after_a_newer_one_is_out_of_order() {
        deliver(5);
        deliver(0);
        assertThat(tally.counts().getLong("outOfOrder")).isEqualTo(1);
    }

    @Test
    void another_persons_older_answer_is_in_order() {
        deliver(5);
        deliver(1);
        assertThat(tally.counts().getLong("outOfOrder")).isZero();
    }

    @Test
    void two_requests_with_one_attribute_overlap_unless_the_first_has_ended() {
        deliver(0);
        tally.arrived(request(5));
        tally.arrived(request(0));
        assertThat(tally.counts().getLong("overlapping")).isEqualTo(1);
    }

    @Test
    void a_request_that_was_given_up_has_ended() {
        tally.arrived(request(0));
        tally.unanswered(request(0));
        tally.arrived(request(5));
        assertThat(tally.counts().getLong("overlapping")).isZero();
    }

    @Test
    void what_is_accepted_twice_counts_once_and_is_reported() {
        deliver(3);
        deliver(3);
        assertThat(tally.counts().getLong("accepted")).isEqualTo(1);
        assertThat(tally.counts().getLong("acceptedAgain")).isEqualTo(1);
    }

    @Test
    void times_are_kept_for_each_number_and_are_zero_for_what_never_came() {
        deliver(1);
        tally.arrived(request(2));
        Buffer times = tally.times();
        assertThat(times.getLong(0)).isZero();
        assertThat(times.getLong(16)).isPositive();
        assertThat(times.getLong(24)).isGreaterThanOrEqualTo(times.getLong(16));
        assertThat(times.getLong(32)).isPositive();
        assertThat(times.getLong(40)).isZero();
    }

    private void deliver(int number) {
        tally.arrived(request(number));
        tally.accepted(request(number));
    }

    private static Numbers request(int... answers) {
        return new Numbers(1, answers);
    }
}
