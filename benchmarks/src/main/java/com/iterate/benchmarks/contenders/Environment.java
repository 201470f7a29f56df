package com.iterate.benchmarks.contenders;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What a contender on our class path is told. */
record Environment(String bootstrapServers, String group, URI braze) {

    static Environment here() {
        return new Environment(
                System.getenv("KAFKA_BOOTSTRAP_SERVERS"),
                System.getenv("GROUP_ID"),
                URI.create(System.getenv("BRAZE_URL")));
    }

    /** As our relay's: from the oldest answer, with its poll and fetch sizes; offsets are the contender's own business. */
    Map<String, Object> consumer() {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        return settings;
    }

    /** Every company has a key of its own, as the stand-in gives them out. */
    static String authorization(String companyId) {
        return "Bearer key-of-" + companyId;
    }
}
