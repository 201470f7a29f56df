package com.iterate.relay.intake;

import com.iterate.contracts.Topic;
import com.iterate.relay.gaps.Gaps;
import com.iterate.relay.lanes.Loop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Tells Kafka how far the answers are settled, a few times a second and once more when the relay stops. */
@ApplicationScoped
class Commits {

    private static final Logger LOG = Logger.getLogger(Commits.class);

    private final Loop loop;
    private final Intake intake;
    private final IntakeConfig config;
    private final Ownership ownership;
    private final KafkaClientService kafka;
    private final IntakeGauges gauges;
    private final Gaps gaps;
    private final Lags lags;
    private boolean underWay;
    private Instant askedAt = Instant.EPOCH;
    private Instant lookedAt = Instant.EPOCH;
    private volatile boolean stopped;

    Commits(
            Loop loop,
            Intake intake,
            IntakeConfig config,
            @Identifier("relay") Ownership ownership,
            KafkaClientService kafka,
            IntakeGauges gauges,
            Gaps gaps,
            Lags lags) {
        this.loop = loop;
        this.intake = intake;
        this.config = config;
        this.ownership = ownership;
        this.kafka = kafka;
        this.gauges = gauges;
        this.gaps = gaps;
        this.lags = lags;
    }

    void begin(@Observes StartupEvent started) {
        loop.after(config.commitCheck(), this::look);
    }

    /** First of all at a stop, while the connections to Braze and to Kafka still live. */
    void end(@Observes @Priority(1) ShutdownEvent stopping) {
        stopped = true;
        KafkaConsumer<byte[], Received> consumer = kafka.getConsumer(ResponsesChannel.NAME);
        if (consumer == null) {
            return;
        }
        consumer.pause().await().atMost(config.drain());
        Map<Integer, String> owned = new HashMap<>();
        consumer.getAssignments().await().atMost(config.drain()).forEach(each -> owned.put(each.partition(), ""));
        Map<Integer, Release> settled = ownership.release(owned.keySet());
        if (!settled.isEmpty()) {
            Map<TopicPartition, OffsetAndMetadata> last = new HashMap<>();
            settled.forEach((number, release) -> last.put(
                    new TopicPartition(Topic.RESPONSES.name(), number),
                    new OffsetAndMetadata(release.offset(), release.mark())));
            consumer.commit(last).await().atMost(config.drain());
        }
        LOG.infof("Stopped after committing partitions %s", settled.keySet());
    }

    private void look() {
        if (stopped) {
            return;
        }
        Instant now = loop.now();
        boolean isTime = !lookedAt.plus(config.commitInterval()).isAfter(now);
        if (isTime) {
            lookedAt = now;
            gauges.show(intake, gaps.summary());
        }
        if (isTime || intake.wantsToCommit()) {
            KafkaConsumer<byte[], Received> consumer = kafka.getConsumer(ResponsesChannel.NAME);
            // None before the channel has begun.
            if (consumer != null) {
                commit(consumer, now);
            }
        }
        loop.after(config.commitCheck(), this::look);
    }

    private void commit(KafkaConsumer<byte[], Received> consumer, Instant now) {
        lags.look(consumer);
        Map<Integer, Long> settled = isTimeToBeHeardOf(now) ? intake.committableOfAll() : intake.committable();
        if (!settled.isEmpty() && !underWay) {
            underWay = true;
            askedAt = now;
            consumer.runOnPollingThread(client -> {
                        client.commitAsync(offsets(settled), (offsets, failure) -> acknowledged(settled, now, failure));
                    })
                    .subscribe()
                    .with(sent -> {}, failure -> acknowledged(settled, now, failure));
        }
    }

    /** The group answers commits only of members: one now and then shows that these partitions are still ours. */
    private boolean isTimeToBeHeardOf(Instant now) {
        return !askedAt.plus(config.proveMembership()).isAfter(now);
    }

    /** A commit that fails is made again with the next one: nothing is lost by committing late. */
    private void acknowledged(Map<Integer, Long> settled, Instant sentAt, @Nullable Throwable failure) {
        loop.execute(() -> {
            underWay = false;
            if (failure == null) {
                intake.committed(settled);
                intake.heardOf(sentAt);
            } else {
                LOG.warnf("Offsets were not committed, trying again: %s", failure.getMessage());
            }
        });
    }

    private static Map<TopicPartition, OffsetAndMetadata> offsets(Map<Integer, Long> settled) {
        return settled.entrySet().stream()
                .collect(Collectors.toMap(
                        each -> new TopicPartition(Topic.RESPONSES.name(), each.getKey()),
                        each -> new OffsetAndMetadata(each.getValue(), Release.OWNED)));
    }
}
