package com.iterate.relay.intake;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/** How full the window is. Full means that reading stops: some company's answers cannot be delivered and hold up the rest. */
@ApplicationScoped
class IntakeGauges {

    private volatile int openRecords;
    private volatile long openBytes;
    private volatile boolean heldBack;

    IntakeGauges(MeterRegistry registry, IntakeConfig config) {
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
    void show(Intake intake) {
        openRecords = intake.openRecords();
        openBytes = intake.openBytes();
        heldBack = intake.isHeldBack();
    }

    private double use(IntakeConfig config) {
        return Math.max((double) openRecords / config.windowRecords(), (double) openBytes / config.windowBytes());
    }
}
