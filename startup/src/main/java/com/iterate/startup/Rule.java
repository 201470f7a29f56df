package com.iterate.startup;

import io.smallrye.config.SmallRyeConfig;
import java.util.Optional;

/** What must hold between settings. */
@FunctionalInterface
public interface Rule {

    /** What to change, as a part of a sentence; empty if it holds. All values of the configuration are readable by now. */
    Optional<String> fault(SmallRyeConfig config);

    /** @param why what would happen otherwise, to follow a colon */
    static <T extends Comparable<T>> Rule atMost(Reading<T> value, Reading<T> limit, String why) {
        return config -> value.value().apply(config).compareTo(limit.value().apply(config)) <= 0
                ? Optional.empty()
                : Optional.of(value.shown(config) + " must not exceed " + limit.shown(config) + ": " + why);
    }

    /** @param why what would happen otherwise, to follow a colon */
    static <T extends Comparable<T>> Rule below(Reading<T> value, Reading<T> limit, String why) {
        return config -> value.value().apply(config).compareTo(limit.value().apply(config)) < 0
                ? Optional.empty()
                : Optional.of(value.shown(config) + " must be less than " + limit.shown(config) + ": " + why);
    }

    /** @param why what would be missing otherwise, to follow a colon */
    static Rule together(String one, String other, String why) {
        return config -> isSet(config, one) == isSet(config, other)
                ? Optional.empty()
                : Optional.of("set both or none of " + one + " and " + other + ": " + why);
    }

    private static boolean isSet(SmallRyeConfig config, String variable) {
        String value = config.getConfigValue(variable).getValue();
        return value != null && !value.isBlank();
    }
}
