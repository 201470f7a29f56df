package com.iterate.startup;

import io.smallrye.config.SmallRyeConfig;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How lines of the log are written; web-kit's configuration acts on it. */
public final class LogFormat {

    private static final String VARIABLE = "LOG_FORMAT";

    private static final Set<String> FORMATS = Set.of("", "json", "text");

    public static final Needs NEEDS = new Needs(List.of(Variable.optional(VARIABLE)), List.of(LogFormat::unknown));

    private LogFormat() {}

    private static Optional<String> unknown(SmallRyeConfig config) {
        String wanted =
                Optional.ofNullable(config.getConfigValue(VARIABLE).getValue()).orElse("");
        return FORMATS.contains(wanted)
                ? Optional.empty()
                : Optional.of(VARIABLE + " must be json or text, not " + wanted);
    }
}
