package com.iterate.settings.announcements;

import com.iterate.contracts.SettingsChanged;
import com.iterate.contracts.SettingsCodec;
import com.iterate.contracts.Topic;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
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
    private @Nullable KafkaProducer<String, byte[]> producer;

    SettingsTopic(AnnouncementsConfig config) {
        this.config = config;
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
            int millis = (int) config.timeOut().toMillis();
            producer = new KafkaProducer<>(
                    Map.of(
                            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                            config.bootstrapServers(),
                            ProducerConfig.ACKS_CONFIG,
                            "all",
                            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                            true,
                            ProducerConfig.MAX_BLOCK_MS_CONFIG,
                            millis,
                            // Kafka wants it not below the request's time-out; half leaves room for one repeat.
                            ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                            millis / 2,
                            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                            millis,
                            // A single change must not wait for company.
                            ProducerConfig.LINGER_MS_CONFIG,
                            0),
                    new StringSerializer(),
                    new ByteArraySerializer());
        }
        return producer;
    }

    @PreDestroy
    synchronized void close() {
        if (producer != null) {
            producer.close(CLOSING);
        }
    }
}
