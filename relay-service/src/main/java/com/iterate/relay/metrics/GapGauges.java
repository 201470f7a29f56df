package com.iterate.relay.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;

/** Companies that are skipped in the log and caught up later. An old gap runs into the topic's retention: alarm at half of it. */
@ApplicationScoped
public class GapGauges {

    private volatile int open;
    private volatile double oldestSeconds;

    GapGauges(MeterRegistry registry) {
        Gauge.builder("relay.gaps.open", () -> open)
                .description("Gaps, each of one company in one partition")
                .register(registry);
        Gauge.builder("relay.gaps.oldest.seconds", () -> oldestSeconds)
                .description("Age of the oldest gap")
                .register(registry);
    }

    /** @param since when each open gap began */
    public void show(Collection<Instant> since, Instant now) {
        open = since.size();
        oldestSeconds = since.stream()
                .min(Instant::compareTo)
                .map(oldest -> Duration.between(oldest, now).toMillis() / 1000.0)
                .orElse(0.0);
    }
}
