package com.iterate.settings;

import static com.iterate.settings.Cast.as;
import static com.iterate.settings.Cast.braze;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.iterate.contracts.SettingsChanged;
import com.iterate.contracts.SettingsCodec;
import com.iterate.contracts.Topic;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.config.SmallRyeConfig;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;

@SettingsTest
class AnnouncementsTest {

    @Inject
    SmallRyeConfig config;

    @Inject
    EntityManager database;

    @Test
    void a_change_is_soon_on_the_topic_without_the_key() {
        // given
        Cast.company("announced");
        String admin = Cast.admin("announced");
        try (KafkaConsumer<String, byte[]> relay = relayFromNowOn()) {
            // when
            as(admin)
                    .body(Map.of("endpoint", braze(), "apiKey", "good-1234567890"))
                    .put("/api/companies/announced/braze")
                    .then()
                    .statusCode(200);
            // then
            List<ConsumerRecord<String, byte[]>> seen = new ArrayList<>();
            // A second in service; the first change also makes the producer, on a machine that runs everything else.
            await().atMost(Duration.ofSeconds(20)).until(() -> {
                relay.poll(Duration.ofMillis(50)).forEach(seen::add);
                return !seen.isEmpty();
            });
            assertThat(seen.get(0).key()).isEqualTo("announced");
            assertThat(SettingsCodec.decode(seen.get(0).value())).contains(new SettingsChanged("announced", 1));
            assertThat(new String(seen.get(0).value())).doesNotContain("good-");
        }
    }

    @Test
    void the_outbox_is_empty_once_kafka_has_acknowledged() {
        Cast.company("settled");

        as(Cast.admin("settled"))
                .body(Map.of("endpoint", braze(), "apiKey", "good-1234567890"))
                .put("/api/companies/settled/braze");

        await().atMost(Duration.ofSeconds(20))
                .until(() -> QuarkusTransaction.requiringNew().call(() -> waiting("settled")) == 0);
    }

    private long waiting(String company) {
        return ((Number) database.createNativeQuery("SELECT count(*) FROM announcement WHERE company_id = ?1")
                        .setParameter(1, company)
                        .getSingleResult())
                .longValue();
    }

    private KafkaConsumer<String, byte[]> relayFromNowOn() {
        KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", config.getRawValue("KAFKA_BOOTSTRAP_SERVERS")),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(Topic.SETTINGS.name()).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        return consumer;
    }
}
