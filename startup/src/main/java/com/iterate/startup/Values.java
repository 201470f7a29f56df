package com.iterate.startup;

import io.smallrye.config.SmallRyeConfig;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Numbers and durations of the settings: all of them are sizes, rates, times or ports, and none of these is zero or less. */
final class Values {

    private static final Set<Class<?>> AMOUNTS = Set.of(Integer.class, Long.class, Double.class, Duration.class);

    private Values() {}

    static List<String> faults(Keys keys, Set<String> mayBeZero, SmallRyeConfig config) {
        return keys.of(AMOUNTS).stream()
                .filter(key -> isTooSmall(key, mayBeZero, config))
                .map(key -> key + " must be more than zero, not "
                        + config.getConfigValue(key).getValue())
                .toList();
    }

    private static boolean isTooSmall(String key, Set<String> mayBeZero, SmallRyeConfig config) {
        int sign = sign(key, config);
        return sign < 0 || (sign == 0 && !mayBeZero.contains(key));
    }

    private static int sign(String key, SmallRyeConfig config) {
        try {
            return (int) Math.signum(config.getValue(key, Double.class));
        } catch (IllegalArgumentException noPlainNumber) {
            Duration duration = config.getValue(key, Duration.class);
            return duration.isNegative() ? -1 : duration.isZero() ? 0 : 1;
        }
    }
}
