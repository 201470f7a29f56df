package com.iterate.survey.respond;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateLimitTest {

    @Test
    void beyond_the_limit_an_address_waits_and_another_does_not() {
        // given
        RateLimit limit = new RateLimit(2, 10);
        limit.waitFor("10.0.0.1");
        limit.waitFor("10.0.0.1");
        // when
        Optional<Duration> wait = limit.waitFor("10.0.0.1");
        // then
        assertThat(wait)
                .hasValueSatisfying(time -> assertThat(time).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(30)));
        assertThat(limit.waitFor("10.0.0.2")).isEmpty();
    }

    @Test
    void no_more_addresses_are_remembered_than_allowed() {
        // given
        RateLimit limit = new RateLimit(1, 2);
        limit.waitFor("10.0.0.1");
        limit.waitFor("10.0.0.2");
        // when
        limit.waitFor("10.0.0.3");
        // then
        assertThat(limit.waitFor("10.0.0.3")).isPresent();
        assertThat(limit.waitFor("10.0.0.1")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.1, 10.0.0.1",
        "2001:db8:1:2:3:4:5:6, 20010db800010002/64",
        "2001:db8:1:2:ffff::1, 20010db800010002/64",
        "unknown, unknown",
        "'10.0.0.1, 10.0.0.2', unknown",
        "evil.example.com, unknown"
    })
    void an_address_is_a_network_of_one_household(String address, String network) {
        assertThat(ClientAddress.network(address)).isEqualTo(network);
    }
}
