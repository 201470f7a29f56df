package com.iterate.relay.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.iterate.backing.BackingTestResource;
import com.iterate.contracts.Topic;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Against the client as it is: the names of its metrics are its own affair. */
@QuarkusTest
@WithTestResource(BackingTestResource.class)
@WithTestResource(Neighbours.class)
class UnreadTest {

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @Inject
    Unread unread;

    @Test
    void a_partition_that_was_read_to_its_end_has_nothing_unread() {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Topic.RESPONSES.name(), 1, null, "{".getBytes(StandardCharsets.UTF_8)));
        }

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(unread.records()).containsEntry(1, 0L));
    }
}
