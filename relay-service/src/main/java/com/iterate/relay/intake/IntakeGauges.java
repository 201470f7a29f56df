package com.iterate.relay.intake;

import com.iterate.relay.gaps.Gaps;
import com.iterate.relay.lanes.Loop;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How full the window is. Full means that reading stops: some company's answers cannot be delivered and hold up the rest. */
@ApplicationScoped
class IntakeGauges {

    private volatile int openRecords;
    private volatile long openBytes;
    private volatile boolean heldBack;
    private volatile Gaps.Summary gaps = new Gaps.Summary(0, Optional.empty());

    IntakeGauges(MeterRegistry registry, IntakeConfig config, Loop loop) {
        Gauge.builder("relay.gaps.open", () -> gaps.gaps())
                .description("Companies skipped in a partition, or catching up in it")
                .register(registry);
        Gauge.builder("relay.gaps.oldest.age", () -> ageOf(gaps, loop.now()))
                .description("Seconds that the oldest answer in a gap has waited")
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder("relay.intake.open.records", () -> openRecords)
                .description("Records read and not finished")
                .register(registry);
        Gauge.builder("relay.intake.open.bytes", () -> openBytes).register(registry);
        Gauge.builder("relay.intake.window.records", config::windowRecords)
                .description("The most records that may be open")
                .register(registry);
        Gauge.builder("relay.intake.window.use", () -> use(config))
                .description("How full the window is, by records or by bytes, whichever is more: 1 is full")
                .register(registry);
        Gauge.builder("relay.intake.held.back", () -> heldBack ? 1 : 0)
                .description("1 while the window is full and nothing more is read from Kafka")
                .register(registry);
    }

    /** Called on the loop; read by whoever scrapes. */
    void show(Intake intake, Gaps.Summary summary) {
        gaps = summary;
        openRecords = intake.window().records();
        openBytes = intake.window().bytes();
        heldBack = intake.window().isFull();
    }

    private static double ageOf(Gaps.Summary summary, Instant now) {
        return summary.oldestAt()
                .map(oldest -> Duration.between(oldest, now).toMillis() / 1000.0)
                .orElse(0.0);
    }

    private double use(IntakeConfig config) {
        return Math.max((double) openRecords / config.windowRecords(), (double) openBytes / config.windowBytes());
    }
}
