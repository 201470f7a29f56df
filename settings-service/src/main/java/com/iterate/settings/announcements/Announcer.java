package com.iterate.settings.announcements;

import com.iterate.contracts.SettingsChanged;
import com.iterate.webkit.FailureKind;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;

/** Empties the outbox into Kafka: right after a change, and again until Kafka has acknowledged. Replicas share the work. */
@Singleton
class Announcer {

    private static final Logger LOG = Logger.getLogger(Announcer.class);

    private final Outbox outbox;
    private final SettingsTopic topic;
    private final AnnouncementsConfig config;
    private final ExecutorService executor;
    private final BackOff backOff;
    private final Counter published;
    private final Counter failed;
    private final Semaphore turn = new Semaphore(1);
    private final AtomicBoolean asked = new AtomicBoolean();

    Announcer(
            Outbox outbox,
            SettingsTopic topic,
            AnnouncementsConfig config,
            ExecutorService executor,
            MeterRegistry metrics,
            Clock clock) {
        this.outbox = outbox;
        this.topic = topic;
        this.config = config;
        this.executor = executor;
        this.backOff = new BackOff(config.backOff(), clock, RandomGenerator.getDefault());
        this.published = metrics.counter("settings.announcements.published");
        this.failed = metrics.counter("settings.announcements.failed");
    }

    void onCommit(@Observes(during = TransactionPhase.AFTER_SUCCESS) SettingsChanged change) {
        executor.execute(this::announceAll);
    }

    // What a stopped replica or a missing Kafka has left.
    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void announceAll() {
        asked.set(true);
        // Whoever asks while a turn is under way is served by it, or by the round after it.
        while (asked.get() && backOff.isOver() && turn.tryAcquire()) {
            try {
                asked.set(false);
                while (QuarkusTransaction.requiringNew().call(this::announceSome) == config.batch()) {
                    // A full batch: there may be more.
                }
            } catch (RuntimeException away) {
                backOff.failed();
                LOG.warnf("The outbox cannot be read, trying again: %s", FailureKind.of(away));
            } finally {
                turn.release();
            }
        }
    }

    /** How many were announced. */
    private int announceSome() throws InterruptedException {
        List<AnnouncementEntity> waiting = outbox.take(config.batch());
        if (waiting.isEmpty()) {
            return 0;
        }
        if (!topic.announce(waiting.stream().map(AnnouncementEntity::toChange).toList())) {
            failed.increment();
            backOff.failed();
            LOG.warnf("Kafka has not acknowledged: announcements=%d; they stay and are tried again", waiting.size());
            return 0;
        }
        waiting.forEach(outbox::delete);
        backOff.succeeded();
        published.increment(waiting.size());
        return waiting.size();
    }
}
