package com.iterate.settings.announcements;

import com.iterate.contracts.SettingsChanged;
import com.iterate.contracts.SettingsCodec;
import com.iterate.contracts.Topic;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** The topic of changes. */
@Singleton
class SettingsTopic {

    private static final Duration CLOSING = Duration.ofSeconds(2);

    private final AnnouncementsConfig config;
    private final Map<String, Object> kafka;
    private @Nullable KafkaProducer<String, byte[]> producer;

    SettingsTopic(AnnouncementsConfig config, @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.config = config;
        this.kafka = kafka;
    }

    /** Whether Kafka has acknowledged all of them. */
    boolean announce(List<SettingsChanged> changes) throws InterruptedException {
        try {
            List<Future<RecordMetadata>> sent = changes.stream().map(this::send).toList();
            for (Future<RecordMetadata> one : sent) {
                one.get();
            }
            return true;
        } catch (KafkaException | ExecutionException notNow) {
            return false;
        }
    }

    private Future<RecordMetadata> send(SettingsChanged change) {
        return producer()
                .send(new ProducerRecord<>(Topic.SETTINGS.name(), change.companyId(), SettingsCodec.encode(change)));
    }

    /** Made at the first change: a name that does not resolve fails the attempt, not the start. */
    private synchronized KafkaProducer<String, byte[]> producer() {
        if (producer == null) {
            producer = new KafkaProducer<>(settings(), new StringSerializer(), new ByteArraySerializer());
        }
        return producer;
    }

    private Map<String, Object> settings() {
        int millis = (int) config.timeOut().toMillis();
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, config.bootstrapServers());
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, millis);
        // Kafka wants it not below the request's time-out; half leaves room for one repeat.
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, millis / 2);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, millis);
        // A single change must not wait for company.
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        return settings;
    }

    @PreDestroy
    synchronized void close() {
        if (producer != null) {
            producer.close(CLOSING);
        }
    }
}
