package com.iterate.relay.intake;

import com.iterate.contracts.Topic;
import com.iterate.relay.lanes.Loop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

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
    private boolean underWay;
    private volatile boolean stopped;

    Commits(
            Loop loop,
            Intake intake,
            IntakeConfig config,
            @Identifier("relay") Ownership ownership,
            KafkaClientService kafka,
            IntakeGauges gauges) {
        this.loop = loop;
        this.intake = intake;
        this.config = config;
        this.ownership = ownership;
        this.kafka = kafka;
        this.gauges = gauges;
    }

    void begin(@Observes StartupEvent started) {
        loop.after(config.commitInterval(), this::commit);
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
        Map<Integer, Long> settled = ownership.release(owned.keySet());
        if (!settled.isEmpty()) {
            consumer.commit(offsets(settled, Ownership.RELEASED)).await().atMost(config.drain());
        }
        LOG.infof("Stopped after committing partitions %s", settled.keySet());
    }

    private void commit() {
        if (stopped) {
            return;
        }
        Map<Integer, Long> settled = intake.committable();
        gauges.show(intake);
        if (!settled.isEmpty() && !underWay) {
            underWay = true;
            KafkaConsumer<byte[], Received> consumer = kafka.getConsumer(ResponsesChannel.NAME);
            consumer.runOnPollingThread(client -> {
                        client.commitAsync(
                                offsets(settled, Ownership.OWNED),
                                (offsets, failure) -> acknowledged(settled, failure));
                    })
                    .subscribe()
                    .with(sent -> {}, failure -> acknowledged(settled, failure));
        }
        loop.after(config.commitInterval(), this::commit);
    }

    /** A commit that fails is made again with the next one: nothing is lost by committing late. */
    private void acknowledged(Map<Integer, Long> settled, @org.jspecify.annotations.Nullable Throwable failure) {
        loop.execute(() -> {
            underWay = false;
            if (failure == null) {
                intake.committed(settled);
            } else {
                LOG.warnf("Offsets were not committed, trying again: %s", failure.getMessage());
            }
        });
    }

    private static Map<TopicPartition, OffsetAndMetadata> offsets(Map<Integer, Long> settled, String metadata) {
        return settled.entrySet().stream()
                .collect(Collectors.toMap(
                        each -> new TopicPartition(Topic.RESPONSES.name(), each.getKey()),
                        each -> new OffsetAndMetadata(each.getValue(), metadata)));
    }
}
