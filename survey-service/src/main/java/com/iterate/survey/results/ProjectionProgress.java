package com.iterate.survey.results;

import com.iterate.contracts.Topic;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/** How far the answers on Kafka are in the database. For acts that would go wrong if a newer answer were overlooked. */
@Singleton
public final class ProjectionProgress {

    private static final Logger LOG = Logger.getLogger(ProjectionProgress.class);

    /** What just came in is there within some 100 ms; somebody waits at the other end. */
    private static final long PATIENCE = Duration.ofSeconds(3).toNanos();

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    /** ms. A broker that does not answer in this time is away. */
    private static final int TIMEOUT = 3_000;

    private final ResultsConfig config;
    private final Admin kafka;

    ProjectionProgress(ResultsConfig config, @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.config = config;
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.putAll(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                config.bootstrapServers(),
                AdminClientConfig.CLIENT_ID_CONFIG,
                "survey-service-progress",
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                TIMEOUT,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                TIMEOUT));
        this.kafka = Admin.create(settings);
    }

    /** Waits for a few seconds at most. @return whether all that Kafka had at the call is in the database now */
    public boolean hasCaughtUp() {
        long deadline = System.nanoTime() + PATIENCE;
        try {
            Map<TopicPartition, Long> ends = ends();
            while (!isRead(ends)) {
                if (System.nanoTime() > deadline) {
                    return false;
                }
                Thread.sleep(BETWEEN_LOOKS.toMillis());
            }
            return true;
        } catch (ExecutionException away) {
            LOG.warnf("Kafka does not say how far results are: cause=%s", away.getCause());
            return false;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Map<TopicPartition, Long> ends() throws ExecutionException, InterruptedException {
        String topic = Topic.RESPONSES.name();
        Map<TopicPartition, OffsetSpec> latest =
                kafka.describeTopics(List.of(topic)).allTopicNames().get().values().stream()
                        .flatMap(described -> described.partitions().stream())
                        .collect(Collectors.toMap(
                                each -> new TopicPartition(topic, each.partition()), each -> OffsetSpec.latest()));
        return values(kafka.listOffsets(latest).all().get(), ListOffsetsResultInfo::offset);
    }

    private boolean isRead(Map<TopicPartition, Long> ends) throws ExecutionException, InterruptedException {
        Map<TopicPartition, Long> read = values(
                kafka.listConsumerGroupOffsets(config.group())
                        .partitionsToOffsetAndMetadata()
                        .get(),
                OffsetAndMetadata::offset);
        return ends.entrySet().stream().allMatch(end -> read.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }

    private static <T> Map<TopicPartition, Long> values(Map<TopicPartition, T> found, Function<T, Long> offset) {
        return found.entrySet().stream()
                .filter(each -> each.getValue() != null)
                .collect(Collectors.toMap(Map.Entry::getKey, each -> offset.apply(each.getValue())));
    }

    @PreDestroy
    void close() {
        kafka.close(Duration.ofMillis(TIMEOUT));
    }
}
