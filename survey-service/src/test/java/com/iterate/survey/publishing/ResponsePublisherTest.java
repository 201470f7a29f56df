package com.iterate.survey.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.iterate.contracts.Answer;
import com.iterate.contracts.AnswerValue;
import com.iterate.contracts.CloudEventHeaders;
import com.iterate.contracts.Decoded;
import com.iterate.contracts.Delivery;
import com.iterate.contracts.Respondent;
import com.iterate.contracts.ResponseDecoder;
import com.iterate.contracts.ResponseSubmitted;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class ResponsePublisherTest {

    private static final UUID ID = UUID.fromString("5aa1d3bb-4cfa-578b-bac8-87715fb3f0f8");

    private final MockProducer<String, byte[]> kafka =
            new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer());
    private final ResponsePublisher publisher = new ResponsePublisher(
            new OneAtATime(), new SimpleMeterRegistry(), OpenTelemetry.noop().getTracer("none"), () -> kafka);

    private record OneAtATime() implements PublishingConfig {
        @Override
        public String bootstrapServers() {
            return "unused";
        }

        @Override
        public Path keysFile() {
            return Path.of("unused");
        }

        @Override
        public Duration deliveryTimeout() {
            return Duration.ofSeconds(20);
        }

        @Override
        public Duration requestTimeout() {
            return Duration.ofSeconds(10);
        }

        @Override
        public Duration maxBlock() {
            return Duration.ofMillis(500);
        }

        @Override
        public int maxWaiting() {
            return 1;
        }

        @Override
        public Duration closeTimeout() {
            return Duration.ofSeconds(1);
        }
    }

    @Test
    void an_answer_is_published_once_kafka_has_acknowledged_it() {
        // given
        CompletableFuture<PublishOutcome> outcome = publishing(event());
        // when
        kafka.completeNext();
        // then
        assertThat(outcome.join()).isInstanceOf(PublishOutcome.Published.class);
    }

    @Test
    void the_record_carries_key_and_headers_of_the_contract() {
        // given
        CompletableFuture<PublishOutcome> outcome = publishing(event());
        // when
        kafka.completeNext();
        // then
        assertThat(outcome).succeedsWithin(Duration.ofSeconds(5));
        ProducerRecord<String, byte[]> sent = kafka.history().get(0);
        assertThat(sent.topic()).isEqualTo("survey.responses.v1");
        assertThat(sent.partition()).isNull();
        assertThat(sent.key()).isEqualTo("acme|braze:ana");
        assertThat(ResponseDecoder.decode(sent.value())).isEqualTo(new Decoded.Event(event()));
        assertThat(header(sent, CloudEventHeaders.ID)).isEqualTo(ID.toString());
        assertThat(header(sent, CloudEventHeaders.TYPE)).isEqualTo("com.iterate.survey.ResponseSubmitted.v1");
        assertThat(header(sent, CloudEventHeaders.SOURCE)).isEqualTo("/survey-service");
        assertThat(header(sent, CloudEventHeaders.SUBJECT)).isEqualTo("r1");
    }

    @Test
    void an_answer_that_kafka_does_not_acknowledge_is_not_accepted() {
        // given
        CompletableFuture<PublishOutcome> outcome = publishing(event());
        // when
        kafka.errorNext(new TimeoutException("no broker"));
        // then
        assertThat(outcome.join()).isEqualTo(new PublishOutcome.NotAcknowledged("TimeoutException"));
    }

    @Test
    void of_several_answers_one_that_fails_fails_all() {
        // given
        CompletableFuture<PublishOutcome> outcome = publishing(event(), event());
        // when
        kafka.completeNext();
        kafka.errorNext(new TimeoutException("no broker"));
        // then
        assertThat(outcome.join()).isInstanceOf(PublishOutcome.NotAcknowledged.class);
    }

    @Test
    void beyond_the_limit_nobody_waits() {
        // given
        CompletableFuture<PublishOutcome> first = publishing(event());
        // when
        PublishOutcome second = publisher.publish(List.of(new OutgoingEvent(ID, event())));
        // then
        assertThat(second).isInstanceOf(PublishOutcome.NotAcknowledged.class);
        kafka.completeNext();
        assertThat(first.join()).isInstanceOf(PublishOutcome.Published.class);
    }

    private CompletableFuture<PublishOutcome> publishing(ResponseSubmitted... events) {
        CompletableFuture<PublishOutcome> outcome =
                CompletableFuture.supplyAsync(() -> publisher.publish(List.of(events).stream()
                        .map(event -> new OutgoingEvent(ID, event))
                        .toList()));
        await().until(() -> kafka.history().size() == events.length);
        return outcome;
    }

    private static ResponseSubmitted event() {
        return new ResponseSubmitted(
                "acme",
                "s1",
                "Survey",
                1,
                "r1",
                new Respondent.Braze("ana"),
                Instant.parse("2026-11-23T13:00:00Z"),
                false,
                Set.of(Delivery.BRAZE_ATTRIBUTES),
                List.of(new Answer(
                        "q1",
                        "How likely?",
                        Optional.empty(),
                        new AnswerValue.Number(new BigDecimal(9)),
                        Optional.of("nps"),
                        Optional.of("9"))));
    }

    private static String header(ProducerRecord<String, byte[]> sent, String name) {
        return new String(sent.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
