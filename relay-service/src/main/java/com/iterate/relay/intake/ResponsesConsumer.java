package com.iterate.relay.intake;

import static org.apache.kafka.clients.consumer.ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG;
import static org.apache.kafka.clients.consumer.ConsumerConfig.AUTO_OFFSET_RESET_CONFIG;
import static org.apache.kafka.clients.consumer.ConsumerConfig.CLIENT_ID_CONFIG;
import static org.apache.kafka.clients.consumer.ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG;
import static org.apache.kafka.clients.consumer.ConsumerConfig.FETCH_MAX_BYTES_CONFIG;
import static org.apache.kafka.clients.consumer.ConsumerConfig.GROUP_ID_CONFIG;
import static org.apache.kafka.clients.consumer.ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG;
import static org.apache.kafka.clients.consumer.ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG;
import static org.apache.kafka.clients.consumer.ConsumerConfig.MAX_POLL_RECORDS_CONFIG;
import static org.apache.kafka.clients.consumer.ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG;
import static org.apache.kafka.clients.consumer.ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Kafka's client as the live reader needs it. */
final class ResponsesConsumer {

    /** Larger polls cost garbage collection in a small heap (measured). */
    static final int RECORDS_PER_POLL = 500;

    /**
     * What was fetched and not polled yet lies in the heap as well: with twice this, and twice as much of all partitions, a million
     * behind took 5 to 14 % longer.
     */
    static final int BYTES_PER_PARTITION = 512 * 1024;

    private static final int BYTES_PER_FETCH = 4 * BYTES_PER_PARTITION;

    private ResponsesConsumer() {}

    static Consumer<byte[], byte[]> of(Map<String, Object> kafka, IntakeConfig config) {
        return new KafkaConsumer<>(settings(kafka, config), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static Map<String, Object> settings(Map<String, Object> kafka, IntakeConfig config) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(GROUP_ID_CONFIG, config.group());
        settings.put(CLIENT_ID_CONFIG, "relay-service-responses");
        // A new group or a new partition starts with the first answer, not with the next.
        settings.put(AUTO_OFFSET_RESET_CONFIG, "earliest");
        // Our own watermark decides what is committed.
        settings.put(ENABLE_AUTO_COMMIT_CONFIG, false);
        // The topic's partitions are decided elsewhere.
        settings.put(ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        // A rebalance takes only the partitions that move.
        settings.put(PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        settings.put(SESSION_TIMEOUT_MS_CONFIG, (int) config.sessionTimeout().toMillis());
        settings.put(HEARTBEAT_INTERVAL_MS_CONFIG, (int) config.heartbeat().toMillis());
        settings.put(MAX_POLL_RECORDS_CONFIG, RECORDS_PER_POLL);
        settings.put(FETCH_MAX_BYTES_CONFIG, BYTES_PER_FETCH);
        settings.put(MAX_PARTITION_FETCH_BYTES_CONFIG, BYTES_PER_PARTITION);
        return settings;
    }
}
