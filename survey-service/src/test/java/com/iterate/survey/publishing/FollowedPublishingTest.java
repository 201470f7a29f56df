package com.iterate.survey.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import com.iterate.contracts.Answer;
import com.iterate.contracts.AnswerValue;
import com.iterate.contracts.Respondent;
import com.iterate.contracts.ResponseSubmitted;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FollowedPublishingTest {

    private final InMemorySpanExporter exported = InMemorySpanExporter.create();

    @Test
    void a_followed_request_hands_its_trace_on_to_kafka() {
        // given
        Tracer tracer = tracer(Sampler.alwaysOn());
        Span request = tracer.spanBuilder("POST").startSpan();
        // when
        Optional<byte[]> header;
        try (Scope serving = request.makeCurrent()) {
            FollowedPublishing followed = FollowedPublishing.begin(tracer, List.of(event()));
            header = followed.header();
            followed.ended(new PublishOutcome.Published(3, 7));
        }
        // then
        SpanData span = exported.getFinishedSpanItems().get(0);
        assertThat(span.getParentSpanId()).isEqualTo(request.getSpanContext().getSpanId());
        assertThat(span.getAttributes().get(FollowedPublishing.OFFSET)).isEqualTo(7);
        assertThat(header.map(value -> new String(value, StandardCharsets.US_ASCII)))
                .contains("00-" + span.getTraceId() + "-" + span.getSpanId() + "-01");
        assertThat(span.toString()).doesNotContain("somebody").doesNotContain("an answer");
    }

    @Test
    void a_request_that_is_not_followed_writes_no_header_and_makes_no_span() {
        // given
        Tracer tracer = tracer(Sampler.alwaysOff());
        // when
        Optional<byte[]> header;
        try (Scope serving = tracer.spanBuilder("POST").startSpan().makeCurrent()) {
            FollowedPublishing followed = FollowedPublishing.begin(tracer, List.of(event()));
            header = followed.header();
            followed.ended(new PublishOutcome.Published(3, 7));
        }
        // then
        assertThat(header).isEmpty();
        assertThat(exported.getFinishedSpanItems()).isEmpty();
    }

    @Test
    void an_answer_that_kafka_did_not_acknowledge_is_seen_as_an_error() {
        // given
        Tracer tracer = tracer(Sampler.alwaysOn());
        // when
        try (Scope serving = tracer.spanBuilder("POST").startSpan().makeCurrent()) {
            FollowedPublishing.begin(tracer, List.of(event())).ended(new PublishOutcome.NotAcknowledged("late"));
        }
        // then
        assertThat(exported.getFinishedSpanItems().get(0).getStatus().getStatusCode())
                .isEqualTo(StatusCode.ERROR);
    }

    private Tracer tracer(Sampler sampler) {
        return SdkTracerProvider.builder()
                .setSampler(sampler)
                .addSpanProcessor(SimpleSpanProcessor.create(exported))
                .build()
                .get("test");
    }

    private static OutgoingEvent event() {
        Answer answer = new Answer(
                "q1", "Why?", Optional.empty(), new AnswerValue.Text("an answer"), Optional.empty(), Optional.empty());
        return new OutgoingEvent(
                UUID.randomUUID(),
                new ResponseSubmitted(
                        "acme",
                        "s1",
                        "Survey",
                        1,
                        "r1",
                        new Respondent.Braze("somebody"),
                        Instant.EPOCH,
                        false,
                        Set.of(),
                        List.of(answer)));
    }
}
