package com.iterate.relay.metrics;

import com.iterate.relay.gaps.GapSignals;
import com.iterate.relay.lanes.Obstacle;
import com.iterate.webkit.FailureKind;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** What happens to gaps, in the log and as counters. A company's name is no secret; its people's ids never come here. */
@Startup // its series are there before the first of their kind: an alert sees that one too
@ApplicationScoped
public class GapMetrics implements GapSignals {

    private static final Logger LOG = Logger.getLogger(GapMetrics.class);

    /** One line a minute says as much as one for every try, of which there are a hundred. */
    private static final long QUIET_NANOS = 60_000_000_000L;

    private final MeterRegistry registry;
    private final Counter closed;
    private final Counter old;
    private final Counter lost;
    private final Counter saveFailures;
    private final Counter readFailures;

    // Only on the loop.
    private long saveSaidAt = System.nanoTime() - QUIET_NANOS;
    private long readSaidAt = System.nanoTime() - QUIET_NANOS;

    GapMetrics(MeterRegistry registry) {
        this.registry = registry;
        closed = counter("relay.gaps.closed", "Companies that were caught up in a partition");
        old = counter("relay.gaps.old", "Gaps that reached half of the time for which Kafka keeps answers");
        lost = counter("relay.gaps.lost", "Stretches of the log that Kafka deleted before they were delivered");
        saveFailures = counter("relay.gaps.save.failures", "Times that gaps could not be written to the database");
        readFailures = counter("relay.gaps.read.failures", "Times that skipped answers could not be read");
    }

    private Counter counter(String name, String description) {
        return Counter.builder(name).description(description).register(registry);
    }

    @Override
    public void opened(int partition, String company, Obstacle cause) {
        registry.counter("relay.gaps.opened", "cause", cause.name()).increment();
        LOG.infof("Gap opens: company=%s partition=%d cause=%s", company, partition, cause);
    }

    @Override
    public void closed(int partition, String company) {
        closed.increment();
        LOG.infof("Gap closed, all caught up: company=%s partition=%d", company, partition);
    }

    @Override
    public void growsOld(int partition, String company) {
        old.increment();
        LOG.errorf(
                "Answers wait in a gap for half of the time that Kafka keeps them: company=%s partition=%d. Repair the"
                        + " company's connection; what grows older than 80 %% is dead-lettered.",
                company, partition);
    }

    @Override
    public void lost(int partition, String company, long fromOffset, long toOffset) {
        lost.increment();
        LOG.errorf(
                "ANSWERS LOST: Kafka deleted them before they could be delivered: company=%s partition=%d offsets %d to"
                        + " %d. Look at the topic's retention.",
                company, partition, fromOffset, toOffset - 1);
    }

    @Override
    public void couldNotSave(Throwable failure) {
        saveFailures.increment();
        if (System.nanoTime() - saveSaidAt < QUIET_NANOS) {
            return;
        }
        saveSaidAt = System.nanoTime();
        LOG.warnf(
                "The database does not take gaps, trying again (%s). Until it does, no gap opens or closes.",
                FailureKind.of(failure));
    }

    @Override
    public void couldNotRead(int partition, Throwable failure) {
        readFailures.increment();
        if (System.nanoTime() - readSaidAt < QUIET_NANOS) {
            return;
        }
        readSaidAt = System.nanoTime();
        LOG.warnf(
                "Skipped answers cannot be read, trying again: partition=%d (%s)", partition, FailureKind.of(failure));
    }

    @Override
    public void fenced(int partition) {
        LOG.warnf(
                "A former owner's late word took the gaps of partition %d; taken back, since the group says that it is ours.",
                partition);
    }
}
