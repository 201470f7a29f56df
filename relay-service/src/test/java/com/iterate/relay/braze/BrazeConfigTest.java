package com.iterate.relay.braze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BrazeConfigTest {

    @Test
    void the_operators_list_of_origins_is_taken_from_the_environment() {
        // when
        BrazeConfig config = config(Map.of("BRAZE_ALLOWED_ORIGINS", "http://localhost:8090,https://braze.example"));
        // then
        assertThat(config.allowedOrigins())
                .contains(List.of(URI.create("http://localhost:8090"), URI.create("https://braze.example")));
    }

    @Test
    void without_that_list_only_brazes_hosts_are_allowed() {
        // when
        BrazeConfig config = config(Map.of());
        // then
        assertThat(config.allowedOrigins()).isEmpty();
        assertThat(config.requestTimeout()).hasSeconds(10);
    }

    @Test
    void a_misspelt_key_stops_the_start() {
        assertThatThrownBy(() -> config(Map.of("relay.braze.request-timeuot", "1s")))
                .hasMessageContaining("request-timeuot");
    }

    private static BrazeConfig config(Map<String, String> given) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                // Registered by Quarkus at start: ISO 8601 or a number with a unit.
                .withConverter(Duration.class, 300, new DurationConverter())
                .withSources(new PropertiesConfigSource(given, "test", 100))
                .withMapping(BrazeConfig.class)
                .build()
                .getConfigMapping(BrazeConfig.class);
    }
}
