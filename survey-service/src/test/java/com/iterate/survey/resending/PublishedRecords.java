package com.iterate.survey.resending;

import com.iterate.contracts.CloudEventHeaders;
import com.iterate.contracts.Decoded;
import com.iterate.contracts.ResponseDecoder;
import com.iterate.contracts.ResponseSubmitted;
import com.iterate.contracts.Topic;
import com.iterate.survey.results.TestBroker;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What lies in the topic of answers. */
@ApplicationScoped
class PublishedRecords {

    record Published(String id, long offset, ResponseSubmitted event) {}

    private final TestBroker kafka;

    PublishedRecords(TestBroker kafka) {
        this.kafka = kafka;
    }

    /** In the order of the log. */
    List<Published> of(String responseId) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topic.RESPONSES.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.seekToBeginning(partitions);
            List<Published> found = new ArrayList<>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> add(record, responseId, found));
            }
            return found;
        }
    }

    private static void add(ConsumerRecord<byte[], byte[]> record, String responseId, List<Published> found) {
        if (ResponseDecoder.decode(record.value()) instanceof Decoded.Event event
                && event.value().responseId().equals(responseId)) {
            byte[] id = record.headers().lastHeader(CloudEventHeaders.ID).value();
            found.add(new Published(new String(id, StandardCharsets.UTF_8), record.offset(), event.value()));
        }
    }
}
