package com.iterate.sandbox.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServiceJvmTest {

    @Test
    void given_options_replace_the_usual_ones_and_know_the_service() {
        // given
        ServiceJvm jvm = ServiceJvm.in(
                Map.of(ServiceJvm.VARIABLE, "@/app/{name}/java.options  -XX:AOTCacheOutput=/caches/{name}.aot"));

        // when
        List<String> options = jvm.optionsOf("relay-service");

        // then
        assertThat(options)
                .containsExactly("@/app/relay-service/java.options", "-XX:AOTCacheOutput=/caches/relay-service.aot");
    }

    @Test
    void who_writes_a_cache_at_the_end_is_given_time_for_it() {
        // given
        ServiceJvm usual = ServiceJvm.in(Map.of());

        // when
        ServiceJvm writing = ServiceJvm.in(Map.of(ServiceJvm.VARIABLE, "-XX:AOTCacheOutput=x.aot"));

        // then
        assertThat(writing.leave()).isGreaterThan(usual.leave());
    }

    @Test
    void nothing_given_means_a_small_heap() {
        // given
        ServiceJvm jvm = ServiceJvm.in(Map.of(ServiceJvm.VARIABLE, " "));

        // when
        List<String> options = jvm.optionsOf("relay-service");

        // then
        assertThat(options).contains("-Xmx192m");
    }
}
