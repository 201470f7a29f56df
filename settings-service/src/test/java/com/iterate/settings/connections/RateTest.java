package com.iterate.settings.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.iterate.webkit.Problem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateTest {

    @ParameterizedTest
    @CsvSource({"1, 1", "3000, 3", "250000, 3600", "10000000, 3600"})
    void any_rate_that_braze_may_grant_is_taken(int requests, int seconds) {
        assertThat(new Rate.Wanted(requests, seconds).checked()).isEqualTo(new Rate(requests, seconds));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 3, rate.requestsPerWindow must be a whole number from 1 to 10000000.",
        "-1, 3, rate.requestsPerWindow must be a whole number from 1 to 10000000.",
        "10000001, 3, rate.requestsPerWindow must be a whole number from 1 to 10000000.",
        "3000, 0, rate.windowSeconds must be a whole number from 1 to 3600.",
        "3000, 3601, rate.windowSeconds must be a whole number from 1 to 3600.",
        "3000, , rate.windowSeconds is missing: a rate is a number of requests and of seconds.",
        ", 3, rate.requestsPerWindow is missing: a rate is a number of requests and of seconds."
    })
    void what_is_no_rate_is_refused_in_words(@Nullable Integer requests, @Nullable Integer seconds, String detail) {
        assertThatThrownBy(() -> new Rate.Wanted(requests, seconds).checked())
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.status()).isEqualTo(422);
                    assertThat(problem.detail()).isEqualTo(detail);
                });
    }

    @Test
    void unless_said_otherwise_it_is_what_braze_documents() {
        assertThat(Rate.OF_BRAZE).isEqualTo(new Rate(3000, 3));
    }
}
