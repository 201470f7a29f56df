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
import java.util.stream.Collectors;
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
    private boolean underWay;
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
        if (!settled.isEmpty() && !underWay) {
            underWay = true;
            askedAt = now;
            polling.ask(client -> send(client, offsets(settled), now)).exceptionally(failure -> {
                answered(Map.of(), now, Optional.of(failure));
                return null;
            });
        }
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
        client.commitAsync(settled, (offsets, failure) -> answered(settled, now, Optional.ofNullable(failure)));
    }

    /** A commit that fails is made again with the next one: nothing is lost by committing late. */
    private void answered(
            Map<TopicPartition, OffsetAndMetadata> settled, Instant sentAt, Optional<? extends Throwable> failure) {
        loop.execute(() -> {
            underWay = false;
            if (failure.isEmpty()) {
                intake.committed(settled.entrySet().stream()
                        .collect(Collectors.toMap(each -> each.getKey().partition(), each -> each.getValue()
                                .offset())));
                intake.heardOf(sentAt);
            } else {
                LOG.warnf(
                        "Offsets were not committed, trying again: %s",
                        failure.get().getMessage());
            }
        });
    }

    private static Map<TopicPartition, OffsetAndMetadata> offsets(Map<Integer, Long> settled) {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        settled.forEach((partition, offset) -> offsets.put(
                new TopicPartition(Topic.RESPONSES.name(), partition), new OffsetAndMetadata(offset, Release.OWNED)));
        return offsets;
    }
}
