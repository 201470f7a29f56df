package com.iterate.relay.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.iterate.relay.Defaults;
import com.iterate.relay.health.HealthConfig;
import com.iterate.relay.lanes.VirtualTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** With Kafka's own consumer, whose metrics the check believes; no broker is needed to be polled. */
class PollingAliveTest {

    private final VirtualTime time = new VirtualTime();
    private final KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
            Map.of(
                    ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                    "127.0.0.1:1",
                    ConsumerConfig.GROUP_ID_CONFIG,
                    "relay-service",
                    ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                    false),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    private final PollingAlive check = new PollingAlive(consumer::metrics, Defaults.of(HealthConfig.class), time);

    @AfterEach
    void close() {
        consumer.close();
    }

    @Test
    void a_relay_that_polls_is_alive_though_kafka_is_away() {
        // given
        time.runFor(Duration.ofHours(1));
        consumer.subscribe(List.of("survey.responses.v1"));
        // when
        consumer.poll(Duration.ZERO);
        // then
        assertThat(check.call().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void a_relay_whose_consumer_was_closed_is_not() {
        // given
        consumer.subscribe(List.of("survey.responses.v1"));
        consumer.poll(Duration.ZERO);
        time.runFor(Duration.ofHours(1));
        // when
        consumer.close();
        // then
        assertThat(check.call().getStatus()).isEqualTo(Status.DOWN);
    }

    @Test
    void a_relay_that_has_just_started_may_take_its_time_but_not_for_ever() {
        // when
        time.runFor(Duration.ofMinutes(4));
        Status soon = check.call().getStatus();
        time.runFor(Duration.ofMinutes(2));
        // then
        assertThat(soon).isEqualTo(Status.UP);
        assertThat(check.call().getStatus()).isEqualTo(Status.DOWN);
    }
}
