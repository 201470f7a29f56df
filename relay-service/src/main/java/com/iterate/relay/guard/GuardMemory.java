package com.iterate.relay.guard;

import com.iterate.relay.lanes.Loop;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;

/** Shows how many people are guarded, and keeps no more of them in memory than the table does. */
@ApplicationScoped
class GuardMemory {

    /** As often as Prometheus usually looks. */
    private static final Duration EVERY = Duration.ofSeconds(10);

    private final Loop loop;
    private final Guard guard;
    private final GuardConfig config;
    private volatile int people;

    // Only on the loop.
    private Instant sweptAt = Instant.EPOCH;

    GuardMemory(Loop loop, Guard guard, GuardConfig config, MeterRegistry registry) {
        this.loop = loop;
        this.guard = guard;
        this.config = config;
        Gauge.builder("relay.guards", () -> people)
                .description(
                        "People of whom it is remembered what was sent to them, since they have a dead letter or had one")
                .register(registry);
    }

    void begin(@Observes StartupEvent started) {
        loop.execute(() -> {
            sweptAt = loop.now();
            look();
        });
    }

    private void look() {
        people = guard.people();
        Instant now = loop.now();
        if (!sweptAt.plus(config.sweep()).isAfter(now)) {
            sweptAt = now;
            guard.forgetWhomNobodyRemembers();
        }
        loop.after(EVERY, this::look);
    }
}
