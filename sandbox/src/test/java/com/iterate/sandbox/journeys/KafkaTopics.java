package com.iterate.sandbox.journeys;

import static com.iterate.sandbox.journeys.Patience.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import com.iterate.contracts.CloudEventHeaders;
import com.iterate.contracts.ResponseEncoder;
import com.iterate.contracts.ResponseSubmitted;
import com.iterate.contracts.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Utils;

/** Kafka as another service uses it: plain producer, plain consumer. */
final class KafkaTopics {

    private final Journey journey;

    KafkaTopics(Journey journey) {
        this.journey = journey;
    }

    /** Published one after the other; returns when Kafka has them all. */
    void receives(List<ResponseSubmitted> events) {
        send(events.stream().map(KafkaTopics::record).toList());
    }

    /** As librdkafka's own partitioner does to a publisher who did not read how to publish. */
    RecordMetadata receivesInAWrongPartition(ResponseSubmitted event) {
        ProducerRecord<byte[], byte[]> record = record(event);
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            int partitions = consumer.partitionsFor(record.topic()).size();
            int right = Utils.toPositive(Utils.murmur2(record.key())) % partitions;
            return receives(new ProducerRecord<>(
                    record.topic(), (right + 1) % partitions, record.key(), record.value(), record.headers()));
        }
    }

    RecordMetadata receives(String key, String value) {
        return receives(new ProducerRecord<>(Topic.RESPONSES.name(), bytes(key), bytes(value)));
    }

    /** A record as it is, wherever it comes from. */
    RecordMetadata receives(ProducerRecord<byte[], byte[]> record) {
        return send(List.of(record)).get(0);
    }

    /** The only dead letter of a company. */
    ConsumerRecord<byte[], byte[]> eventuallyHasADeadLetterOf(Company company) {
        patiently(() -> assertThat(deadLettersOf(company)).hasSize(1));
        return deadLettersOf(company).get(0);
    }

    /** The dead letter of a record. */
    ConsumerRecord<byte[], byte[]> eventuallyHasTheDeadLetterOf(RecordMetadata original) {
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
        patiently(() -> {
            found.clear();
            found.addAll(
                    deadLetters(letter -> header(letter, "dead-letter-offset").equals(Long.toString(original.offset()))
                            && header(letter, "dead-letter-partition").equals(Integer.toString(original.partition()))));
            assertThat(found).hasSize(1);
        });
        return found.get(0);
    }

    List<ConsumerRecord<byte[], byte[]>> deadLettersOf(Company company) {
        return deadLetters(letter -> header(letter, "relay-company").equals(company.id()));
    }

    static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    private List<ConsumerRecord<byte[], byte[]>> deadLetters(Predicate<ConsumerRecord<byte[], byte[]>> wanted) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topic.DEAD_LETTERS.name()).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    if (wanted.test(record)) {
                        found.add(record);
                    }
                }
            }
            return found;
        }
    }

    private static ProducerRecord<byte[], byte[]> record(ResponseSubmitted event) {
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(Topic.RESPONSES.name(), bytes(event.key()), ResponseEncoder.encode(event));
        CloudEventHeaders.of(UUID.randomUUID(), "/another-service", event)
                .forEach((name, value) -> record.headers().add(name, bytes(value)));
        return record;
    }

    private List<RecordMetadata> send(List<ProducerRecord<byte[], byte[]>> records) {
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings(), new ByteArraySerializer(), new ByteArraySerializer())) {
            var sent = records.stream().map(producer::send).toList();
            producer.flush();
            List<RecordMetadata> acknowledged = new ArrayList<>();
            for (var each : sent) {
                acknowledged.add(each.get());
            }
            return acknowledged;
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka did not take it", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(settings(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private Map<String, Object> settings() {
        return Map.of("bootstrap.servers", journey.system.kafkaBootstrapServers(), "acks", "all");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
