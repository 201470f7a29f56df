package com.iterate.relay.metrics;

import com.iterate.relay.deliveries.RecordSignals;
import com.iterate.webkit.FailureKind;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** What happens to the record of deliveries, in the log and as counters. */
@Startup // its series are there before the first of their kind: an alert sees that one too
@ApplicationScoped
public class RecordMetrics implements RecordSignals {

    private static final Logger LOG = Logger.getLogger(RecordMetrics.class);

    /** One line a minute says as much as one for every try. */
    private static final long QUIET_NANOS = 60_000_000_000L;

    private final Counter failures;
    private final Counter givenUp;

    // Only on the loop.
    private long saidAt = System.nanoTime() - QUIET_NANOS;

    RecordMetrics(MeterRegistry registry) {
        failures = Counter.builder("relay.deliveries.write.failures")
                .description("Times that what became of answers could not be written to the database")
                .register(registry);
        givenUp = Counter.builder("relay.deliveries.given.up")
                .description("Answers with a newer one on the profile of which that was not noted")
                .register(registry);
    }

    @Override
    public void couldNotWrite(Throwable failure) {
        failures.increment();
        if (System.nanoTime() - saidAt < QUIET_NANOS) {
            return;
        }
        saidAt = System.nanoTime();
        LOG.warnf(
                "The database does not take what became of answers, trying again (%s). Until it does, rejected answers are"
                        + " not done.",
                FailureKind.of(failure));
    }

    @Override
    public void gaveUp(int notes) {
        givenUp.increment(notes);
    }
}
