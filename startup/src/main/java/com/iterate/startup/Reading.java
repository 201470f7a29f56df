package com.iterate.startup;

import io.smallrye.config.SmallRyeConfig;
import java.time.Duration;
import java.util.function.Function;

/**
 * An amount that can be compared with another.
 *
 * @param key as an operator writes it, or the words for what no setting changes
 */
public record Reading<T extends Comparable<T>>(String key, Function<SmallRyeConfig, T> value) {

    public static Reading<Duration> duration(String key) {
        return new Reading<>(key, config -> config.getValue(key, Duration.class));
    }

    public static Reading<Long> number(String key) {
        return new Reading<>(key, config -> config.getValue(key, Long.class));
    }

    /** What no setting changes. */
    public static <T extends Comparable<T>> Reading<T> fixed(String words, T value) {
        return new Reading<>(words, config -> value);
    }

    String shown(SmallRyeConfig config) {
        String value = config.getConfigValue(key).getValue();
        return value == null ? key : key + " (" + value + ")";
    }
}
