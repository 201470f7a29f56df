package com.iterate.webkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import org.junit.jupiter.api.Test;

class RefusedAddressesTest {

    @Test
    void what_a_stranger_wrote_into_an_address_that_is_refused_becomes_one_series() {
        assertThat(addressAfter("/s/survey/token", "405")).isEqualTo("REFUSED");
        assertThat(addressAfter("/api/surveys/survey", "403")).isEqualTo("REFUSED");
    }

    @Test
    void the_address_of_a_resource_stays() {
        assertThat(addressAfter("/s/{survey}/{response}", "415")).isEqualTo("/s/{survey}/{response}");
        assertThat(addressAfter("/sign-in", "200")).isEqualTo("/sign-in");
    }

    private static String addressAfter(String uri, String status) {
        Meter.Id id = new Meter.Id(
                "http.server.requests",
                Tags.of("uri", uri, "status", status, "method", "PUT"),
                null,
                null,
                Meter.Type.TIMER);
        return new RefusedAddresses().map(id).getTag("uri");
    }
}
