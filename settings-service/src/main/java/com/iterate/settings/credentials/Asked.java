package com.iterate.settings.credentials;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.Locale;

/** How the relay's questions end, counted. */
@Startup // its series are there before the first of their kind: an alert sees that one too
@Singleton
class Asked {

    enum Outcome {
        /** The company's connection was handed out. */
        FOUND,
        /** The company is known and not connected. */
        NONE,
        /** There is no such company. */
        UNKNOWN,
        /** Not the relay, or not its company: keys that do not belong together, or somebody who tries. */
        REFUSED
    }

    private final MeterRegistry metrics;

    Asked(MeterRegistry metrics) {
        this.metrics = metrics;
        // A series that begins with its first refusal shows no increase for it.
        for (Outcome outcome : Outcome.values()) {
            counter(outcome);
        }
    }

    void ended(Outcome outcome) {
        counter(outcome).increment();
    }

    private Counter counter(Outcome outcome) {
        return Counter.builder("settings.credentials")
                .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                .description("Questions for a company's connection, by how they ended")
                .register(metrics);
    }
}
