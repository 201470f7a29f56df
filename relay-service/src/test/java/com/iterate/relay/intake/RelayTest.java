package com.iterate.relay.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.iterate.backing.BackingTestResource;
import com.iterate.contracts.Answer;
import com.iterate.contracts.AnswerValue;
import com.iterate.contracts.CloudEventHeaders;
import com.iterate.contracts.Delivery;
import com.iterate.contracts.Respondent;
import com.iterate.contracts.ResponseEncoder;
import com.iterate.contracts.ResponseSubmitted;
import com.iterate.contracts.Topic;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.jwt.Claim;
import io.quarkus.test.security.jwt.JwtSecurity;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** The relay as it runs, between a real Kafka and neighbours over HTTP. */
@QuarkusTest
@WithTestResource(value = BackingTestResource.class, initArgs = @ResourceArg(name = "database", value = "relay"))
@WithTestResource(Neighbours.class)
class RelayTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @BrazeRequests
    List<String> requests = List.of();

    @Test
    void an_answer_on_the_topic_becomes_an_attribute_in_a_request_to_braze() {
        // when
        publish(anAnswer("acme", "ana", 0));
        // then
        await().atMost(SOON).untilAsserted(() -> assertThat(requests).anySatisfy(body -> assertThat(body)
                .contains("\"braze_id\":\"ana\"", "\"csat\":0", "\"_update_existing_only\":true")));
    }

    @Test
    void offsets_are_committed_once_braze_has_the_answers() {
        // when
        TopicPartition partition = publish(anAnswer("acme", "bob", 7));
        // then
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(committed(partition)).isEqualTo(end(partition)));
    }

    @Test
    void what_nobody_can_read_goes_to_the_dead_letter_topic_as_it_was() {
        // given
        byte[] junk = "{\"companyId\":\"acme\",".getBytes(StandardCharsets.UTF_8);
        // when
        publish(new ProducerRecord<>(Topic.RESPONSES.name(), "junk".getBytes(StandardCharsets.UTF_8), junk));
        publish(anAnswer("acme", "cyn", 3));
        // then
        await().atMost(SOON).untilAsserted(() -> assertThat(requests).anyMatch(body -> body.contains("\"cyn\"")));
        await().atMost(SOON).untilAsserted(() -> assertThat(deadLetters()).anySatisfy(letter -> {
            assertThat(letter.value()).isEqualTo(junk);
            assertThat(header(letter, "relay-reason")).isEqualTo("UNREADABLE");
            assertThat(header(letter, "dead-letter-reason")).contains("byte 20");
        }));
    }

    @Test
    void a_company_that_settings_service_does_not_know_is_dead_lettered() {
        // when
        publish(anAnswer("nobody", "ana", 3));
        // then
        await().atMost(SOON).untilAsserted(() -> assertThat(deadLetters())
                .anyMatch(letter -> "UNKNOWN_COMPANY".equals(header(letter, "relay-reason"))));
    }

    @Test
    @TestSecurity(user = "amy@acme.example", roles = "viewer")
    @JwtSecurity(claims = @Claim(key = "company", value = "acme"))
    void a_member_sees_the_lane_of_the_own_company() {
        given().get("/api/lanes?company=acme").then().statusCode(200).body("lanes[0].company", equalTo("acme"));
        given().get("/api/lanes?company=globex").then().statusCode(404);
        given().get("/api/lanes").then().statusCode(403);
    }

    @Test
    @TestSecurity(user = "amy@acme.example", roles = "viewer")
    @JwtSecurity(claims = @Claim(key = "company", value = "acme"))
    void a_lane_says_what_its_connection_allows_as_soon_as_it_is_known() {
        await().atMost(SOON).untilAsserted(() -> given().get("/api/lanes?company=acme")
                .then()
                .statusCode(200)
                .body("lanes[0].rate.requestsPerWindow", equalTo(3000))
                .body("lanes[0].rate.windowSeconds", equalTo(3))
                .body("lanes[0].rate.part", equalTo(1.0f)));
    }

    @Test
    void a_stranger_sees_no_lanes() {
        given().get("/api/lanes?company=acme").then().statusCode(401).contentType("application/problem+json");
    }

    private static ProducerRecord<byte[], byte[]> anAnswer(String company, String brazeId, int csat) {
        Answer answer = new Answer(
                "q1",
                "How satisfied are you?",
                Optional.of("csat"),
                new AnswerValue.Number(BigDecimal.valueOf(csat)),
                Optional.of("csat"),
                Optional.empty());
        ResponseSubmitted event = new ResponseSubmitted(
                company,
                "s1",
                "Survey",
                1,
                UUID.randomUUID().toString(),
                new Respondent.Braze(brazeId),
                Instant.now(),
                false,
                Set.of(Delivery.BRAZE_ATTRIBUTES),
                List.of(answer));
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                Topic.RESPONSES.name(), event.key().getBytes(StandardCharsets.UTF_8), ResponseEncoder.encode(event));
        CloudEventHeaders.of(UUID.randomUUID(), "/test", event)
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    private TopicPartition publish(ProducerRecord<byte[], byte[]> record) {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka), new ByteArraySerializer(), new ByteArraySerializer())) {
            return new TopicPartition(
                    record.topic(), producer.send(record).get().partition());
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    private long committed(TopicPartition partition) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            Map<TopicPartition, OffsetAndMetadata> offsets = admin.listConsumerGroupOffsets("relay-service")
                    .partitionsToOffsetAndMetadata()
                    .get();
            return Optional.ofNullable(offsets.get(partition))
                    .map(OffsetAndMetadata::offset)
                    .orElse(-1L);
        }
    }

    private long end(TopicPartition partition) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            return consumer.endOffsets(List.of(partition)).getOrDefault(partition, -2L);
        }
    }

    private List<ConsumerRecord<byte[], byte[]>> deadLetters() {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topic.DEAD_LETTERS.name()).stream()
                    .map(each -> new TopicPartition(each.topic(), each.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            List<ConsumerRecord<byte[], byte[]>> letters = new ArrayList<>();
            consumer.poll(Duration.ofSeconds(2)).forEach(letters::add);
            return letters;
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return Optional.ofNullable(record.headers().lastHeader(name))
                .map(header -> new String(header.value(), StandardCharsets.UTF_8))
                .orElse("");
    }
}
