package com.iterate.survey.publishing;

import com.iterate.contracts.Topic;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;

/** The producer's settings, each with its reason. */
final class ProducerSettings {

    private ProducerSettings() {}

    /** @param kafka the way there */
    static Map<String, Object> of(PublishingConfig config, Map<String, Object> kafka) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, config.bootstrapServers());
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, "survey-service");
        // Accepted means that losing a broker loses no answer. Said aloud: with less, Kafka drops idempotence in
        // silence.
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, millis(config.deliveryTimeout()));
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, millis(config.requestTimeout()));
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, config.maxBlock().toMillis());
        // One answer waits for no other: what arrives while a request is under way still goes together.
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        // Prompts repeat; lz4 is the cheapest that sees it.
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                Integer.parseInt(Topic.RESPONSES.config().getOrDefault("max.message.bytes", "1048576")));
        // Back within a second after Kafka returns; the defaults grow to a second per broker, unjittered they would be
        // worse.
        settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500L);
        return settings;
    }

    private static int millis(java.time.Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }
}
