package com.iterate.benchmarks.workload;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Publishes answers: as fast as Kafka takes them, or each at its own time. */
public final class Feed implements AutoCloseable {

    /** A backlog in large batches; 32 MB of them may be under way. */
    private static final Map<String, Object> BULK =
            Map.of(ProducerConfig.LINGER_MS_CONFIG, 20, ProducerConfig.BATCH_SIZE_CONFIG, 131_072);

    /** Each answer leaves at once: time spent in the producer would count as the relay's. */
    private static final Map<String, Object> PROMPT = Map.of(ProducerConfig.LINGER_MS_CONFIG, 0);

    private final KafkaProducer<byte[], byte[]> producer;
    private final Workload workload;
    private final Queue<Exception> failures = new ConcurrentLinkedQueue<>();
    private long bytes;

    private Feed(String bootstrapServers, Workload workload, Map<String, Object> manner) {
        this.workload = workload;
        this.producer = new KafkaProducer<>(settings(bootstrapServers, manner));
    }

    /**
     * Publishes the numbers from 0 and waits until Kafka has acknowledged them.
     *
     * @return mean bytes of a record's value
     */
    public static double fill(String bootstrapServers, Workload workload, int answers) {
        Instant now = Instant.now();
        Feed feed = new Feed(bootstrapServers, workload, BULK);
        try (feed) {
            for (int number = 0; number < answers; number++) {
                feed.publish(number, now);
            }
        }
        return (double) feed.bytes / answers;
    }

    public static Feed prompt(String bootstrapServers, Workload workload) {
        return new Feed(bootstrapServers, workload, PROMPT);
    }

    /**
     * One answer every interval, whatever becomes of those before: the schedule does not wait for anybody, so no slow moment
     * is left out of the figures.
     *
     * @return when each answer was meant to leave
     */
    public Schedule keep(int from, int to, Schedule schedule) {
        for (int number = from; number < to; number++) {
            long wait = schedule.nanosUntil(number);
            while (wait > 0) {
                LockSupport.parkNanos(wait);
                wait = schedule.nanosUntil(number);
            }
            publish(number, Instant.now());
        }
        return schedule;
    }

    public void publish(int number, Instant submittedAt) {
        ProducerRecord<byte[], byte[]> answer = workload.answer(number, submittedAt);
        bytes += answer.value().length;
        producer.send(answer, (sent, broken) -> {
            if (broken != null) {
                failures.add(broken);
            }
        });
    }

    @Override
    public void close() {
        producer.close();
        for (Exception broken : failures) {
            throw new IllegalStateException("Kafka did not take every answer", broken);
        }
    }

    private static Map<String, Object> settings(String bootstrapServers, Map<String, Object> manner) {
        Map<String, Object> settings = new HashMap<>(manner);
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        return settings;
    }
}
