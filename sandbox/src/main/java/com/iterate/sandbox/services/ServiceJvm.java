package com.iterate.sandbox.services;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a service's JVM is run here.
 *
 * @param options before {@code -jar}; {@code {name}} stands for the service's name
 * @param leave   a service leaves in order: finishes what is in flight, commits. Then it is ended
 */
record ServiceJvm(List<String> options, Duration leave) {

    /** Set where a container's image is made: its options, blanks between them, in place of those that suit a laptop. */
    static final String VARIABLE = "SANDBOX_SERVICE_JVM";

    /** Measured at 150 MB resident with a heap of 192 MB; three of them fit beside a browser. */
    private static final List<String> FOR_A_LAPTOP =
            List.of("-Xmx192m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError");

    private static final Duration IN_ORDER = Duration.ofSeconds(15);

    /** A cache of classes is written at the end: some ten seconds on two idle cores, minutes where others build too. */
    private static final Duration WRITING_A_CACHE = Duration.ofMinutes(5);

    ServiceJvm {
        options = List.copyOf(options);
    }

    static ServiceJvm in(Map<String, String> environment) {
        return Optional.ofNullable(environment.get(VARIABLE))
                .filter(given -> !given.isBlank())
                .map(given -> new ServiceJvm(List.of(given.strip().split("\\s+")), WRITING_A_CACHE))
                .orElseGet(() -> new ServiceJvm(FOR_A_LAPTOP, IN_ORDER));
    }

    List<String> optionsOf(String service) {
        return options.stream().map(option -> option.replace("{name}", service)).toList();
    }
}
