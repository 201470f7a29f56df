package com.iterate.settings.announcements;

import com.iterate.webkit.FailureKind;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jboss.logging.Logger;

/** The outbox as every replica sees it: look at the largest, not at the sum. While the database is away the age goes on growing. */
@Singleton
class WaitingGauges {

    private static final Logger LOG = Logger.getLogger(WaitingGauges.class);

    private final Outbox outbox;
    private volatile Waiting waiting = Waiting.NONE;

    WaitingGauges(Outbox outbox, MeterRegistry metrics, Clock clock) {
        this.outbox = outbox;
        Gauge.builder("settings.announcements.waiting", () -> waiting.changes())
                .description("Changes of connections that relays were not told yet")
                .register(metrics);
        Gauge.builder("settings.announcements.oldest", () -> waiting.seconds(clock))
                .description("How long the oldest of them has been waiting")
                .baseUnit("seconds")
                .register(metrics);
    }

    // Nobody scrapes more often, and the table is empty but for moments.
    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        try {
            waiting = QuarkusTransaction.requiringNew().call(outbox::waiting);
        } catch (RuntimeException away) {
            LOG.debugf("The outbox was not looked at: %s", FailureKind.of(away));
        }
    }
}
