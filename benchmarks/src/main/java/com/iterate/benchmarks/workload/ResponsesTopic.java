package com.iterate.benchmarks.workload;

import com.iterate.contracts.SettingsChanged;
import com.iterate.contracts.SettingsCodec;
import com.iterate.contracts.Topic;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** What the scenarios do to Kafka besides publishing answers. */
public record ResponsesTopic(String bootstrapServers) {

    /** As module {@code backing} makes it. */
    private static final int PARTITIONS = 4;

    /** The next scenario starts with none. */
    public void empty() {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            Map<TopicPartition, OffsetSpec> ends = IntStream.range(0, PARTITIONS)
                    .boxed()
                    .collect(Collectors.toMap(
                            each -> new TopicPartition(Topic.RESPONSES.name(), each), each -> OffsetSpec.latest()));
            Map<TopicPartition, RecordsToDelete> all = admin.listOffsets(ends).all().get().entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey,
                            each -> RecordsToDelete.beforeOffset(each.getValue().offset())));
            admin.deleteRecords(all).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the topic could not be emptied", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** As settings-service does after a change. */
    public void announce(String companyId, long version) {
        Map<String, Object> settings = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class,
                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(settings)) {
            producer.send(new ProducerRecord<>(
                    Topic.SETTINGS.name(),
                    companyId.getBytes(StandardCharsets.UTF_8),
                    SettingsCodec.encode(new SettingsChanged(companyId, version))));
        }
    }
}
