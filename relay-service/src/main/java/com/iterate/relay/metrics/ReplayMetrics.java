package com.iterate.relay.metrics;

import com.iterate.relay.guard.GuardSignals;
import com.iterate.relay.replay.ReplaySignals;
import com.iterate.relay.replay.Result;
import com.iterate.webkit.FailureKind;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import org.jboss.logging.Logger;

/** What happens to replays and to the guard, in the log and as counters. */
@Startup // its series are there before the first of their kind: an alert sees that one too
@ApplicationScoped
public class ReplayMetrics implements ReplaySignals, GuardSignals {

    private static final Logger LOG = Logger.getLogger(ReplayMetrics.class);

    /** One line a minute says as much as one for every try. */
    private static final long QUIET_NANOS = 60_000_000_000L;

    private final MeterRegistry registry;
    private final Counter replayFailures;
    private final Counter guardFailures;

    // Only on the loop.
    private long replaySaidAt = System.nanoTime() - QUIET_NANOS;
    private long guardSaidAt = System.nanoTime() - QUIET_NANOS;

    ReplayMetrics(MeterRegistry registry) {
        this.registry = registry;
        replayFailures = Counter.builder("relay.replays.database.failures")
                .description(
                        "Times that letters to replay, or what became of them, could not be exchanged with the database")
                .register(registry);
        guardFailures = Counter.builder("relay.guard.database.failures")
                .description("Times that it could not be remembered what was sent to people with dead letters")
                .register(registry);
    }

    @Override
    public void ended(Result result) {
        registry.counter("relay.replays.letters", "result", result.name().toLowerCase(Locale.ROOT))
                .increment();
    }

    @Override
    public void replaysCouldNotReach(Throwable failure) {
        replayFailures.increment();
        if (System.nanoTime() - replaySaidAt >= QUIET_NANOS) {
            replaySaidAt = System.nanoTime();
            LOG.warnf("Replays wait for the database, trying again (%s)", FailureKind.of(failure));
        }
    }

    @Override
    public void fenced(int partition) {
        LOG.warnf("A former owner of a partition came in late; its replays are taken back: partition=%d", partition);
    }

    @Override
    public void guardCouldNotReach(Throwable failure) {
        guardFailures.increment();
        if (System.nanoTime() - guardSaidAt >= QUIET_NANOS) {
            guardSaidAt = System.nanoTime();
            LOG.warnf(
                    "The database does not take what was sent to people with dead letters, trying again (%s). Until it"
                            + " does, their answers are not done.",
                    FailureKind.of(failure));
        }
    }
}
