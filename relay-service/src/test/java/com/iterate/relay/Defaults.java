package com.iterate.relay;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** Configuration as it is when an operator sets nothing, or only what a test needs. */
public final class Defaults {

    private Defaults() {}

    public static <T> T of(Class<T> config) {
        return with(config, Map.of());
    }

    /** @param set complete keys */
    public static <T> T with(Class<T> config, Map<String, String> set) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withMapping(config)
                .withDefaultValues(set)
                .build()
                .getConfigMapping(config);
    }
}
