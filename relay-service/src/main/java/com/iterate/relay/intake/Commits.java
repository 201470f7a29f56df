package com.iterate.relay.intake;

import com.iterate.contracts.Topic;
import com.iterate.relay.gaps.Gaps;
import com.iterate.relay.lanes.Loop;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/** Tells Kafka how far the answers are settled, a few times a second. The last word of a partition is that of {@link Ownership}. */
@ApplicationScoped
class Commits {

    private static final Logger LOG = Logger.getLogger(Commits.class);

    private final Loop loop;
    private final Intake intake;
    private final IntakeConfig config;
    private final Polling polling;
    private final IntakeGauges gauges;
    private final Gaps gaps;
    private final Lags lags;
    private Optional<Instant> underWaySince = Optional.empty();
    private Instant askedAt = Instant.EPOCH;
    private Instant lookedAt = Instant.EPOCH;

    Commits(Loop loop, Intake intake, IntakeConfig config, Polling polling, IntakeGauges gauges, Gaps gaps, Lags lags) {
        this.loop = loop;
        this.intake = intake;
        this.config = config;
        this.polling = polling;
        this.gauges = gauges;
        this.gaps = gaps;
        this.lags = lags;
    }

    void begin(@Observes StartupEvent started) {
        loop.after(config.commitCheck(), this::look);
    }

    private void look() {
        if (!polling.isRunning()) {
            return;
        }
        Instant now = loop.now();
        boolean isTime = !lookedAt.plus(config.commitInterval()).isAfter(now);
        if (isTime) {
            lookedAt = now;
            gauges.show(intake, gaps.summary());
        }
        if (isTime || intake.wantsToCommit()) {
            commit(now);
        }
        loop.after(config.commitCheck(), this::look);
    }

    private void commit(Instant now) {
        lags.look(polling);
        Map<Integer, Long> settled = isTimeToBeHeardOf(now) ? intake.committableOfAll() : intake.committable();
        if (!settled.isEmpty() && !isUnderWay(now)) {
            underWaySince = Optional.of(now);
            askedAt = now;
            polling.ask(client -> send(client, offsets(settled), now)).exceptionally(failure -> {
                failed(failure);
                return null;
            });
        }
    }

    /** A client that is closed need not answer: after the session time-out nothing that it said counts any more. */
    private boolean isUnderWay(Instant now) {
        return underWaySince
                .filter(since -> since.plus(config.sessionTimeout()).isAfter(now))
                .isPresent();
    }

    /** The group answers commits only of members: one now and then shows that these partitions are still ours. */
    private boolean isTimeToBeHeardOf(Instant now) {
        return !askedAt.plus(config.proveMembership()).isAfter(now);
    }

    private void send(Consumer<?, ?> client, Map<TopicPartition, OffsetAndMetadata> settled, Instant now) {
        // Some may have moved since the loop looked; a commit of ours must not follow what their next owner says.
        settled.keySet().retainAll(client.assignment());
        if (settled.isEmpty()) {
            throw new IllegalStateException("the partitions have moved");
        }
        client.commitAsync(settled, (offsets, failure) -> {
            if (failure == null) {
                taken(settled, now);
            } else {
                failed(failure);
            }
        });
    }

    private void taken(Map<TopicPartition, OffsetAndMetadata> settled, Instant sentAt) {
        Map<Integer, Long> offsets = new HashMap<>();
        settled.forEach((partition, commit) -> offsets.put(partition.partition(), commit.offset()));
        loop.execute(() -> {
            underWaySince = Optional.empty();
            intake.committed(offsets);
            intake.heardOf(sentAt);
        });
    }

    /** It is made again with the next one: nothing is lost by committing late. */
    private void failed(Throwable failure) {
        LOG.warnf("Offsets were not committed, trying again: %s", failure.getMessage());
        loop.execute(() -> underWaySince = Optional.empty());
    }

    private static Map<TopicPartition, OffsetAndMetadata> offsets(Map<Integer, Long> settled) {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        settled.forEach((partition, offset) -> offsets.put(
                new TopicPartition(Topic.RESPONSES.name(), partition), new OffsetAndMetadata(offset, Release.OWNED)));
        return offsets;
    }
}
