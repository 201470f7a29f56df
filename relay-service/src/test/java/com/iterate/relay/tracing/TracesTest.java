package com.iterate.relay.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import com.iterate.relay.braze.Reply;
import com.iterate.relay.deadletters.OriginalRecord;
import com.iterate.relay.deadletters.OriginalRecord.OriginalHeader;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TracesTest {

    private static final Instant APPENDED = Instant.parse("2026-11-23T13:00:00Z");
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String OTHER_TRACE = "5bf92f3577b34da6a3ce929d0e0e4736";
    private static final Reply TAKEN = new Reply.Answered(List.of());

    private final InMemorySpanExporter exported = InMemorySpanExporter.create();
    // Only the publisher decides: on its own, the relay would begin no trace.
    private final Traces traces = new Traces(SdkTracerProvider.builder()
            .addSpanProcessor(SimpleSpanProcessor.create(exported))
            .setSampler(Sampler.parentBased(Sampler.alwaysOff()))
            .build()
            .get("test"));

    @Test
    void a_followed_answer_is_seen_waiting_and_then_on_its_way_to_braze() {
        // given
        Trail trail = trail("00-" + TRACE + "-00f067aa0ba902b7-01");
        // when
        traces.requested("acme", 40, List.of(trail), APPENDED.plusSeconds(3)).ended(TAKEN, APPENDED.plusSeconds(4));
        // then
        SpanData wait = span("relay.wait");
        SpanData request = span("braze /users/track");
        assertThat(wait.getTraceId()).isEqualTo(TRACE);
        assertThat(wait.getParentSpanId()).isEqualTo("00f067aa0ba902b7");
        assertThat(duration(wait)).isEqualTo(Duration.ofSeconds(3));
        assertThat(request.getTraceId()).isEqualTo(TRACE);
        assertThat(request.getParentSpanId()).isEqualTo(wait.getSpanId());
        assertThat(request.getKind()).isEqualTo(SpanKind.CLIENT);
        assertThat(duration(request)).isEqualTo(Duration.ofSeconds(1));
        assertThat(request.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
    }

    @Test
    void a_request_links_to_the_other_answers_that_it_carries() {
        // given
        Trail first = trail("00-" + TRACE + "-00f067aa0ba902b7-01");
        Trail second = trail("00-" + OTHER_TRACE + "-00f067aa0ba902b7-01");
        // when
        traces.requested("acme", 2, List.of(first, second), APPENDED).ended(TAKEN, APPENDED);
        // then
        assertThat(span("braze /users/track").getLinks())
                .extracting(LinkData::getSpanContext)
                .singleElement()
                .satisfies(link -> assertThat(link.getTraceId()).isEqualTo(OTHER_TRACE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-zzf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-0?",
                "sampled, please",
                ""
            })
    void an_answer_that_nobody_follows_leaves_no_trail(String traceparent) {
        assertThat(trail(traceparent).isFollowed()).isFalse();
    }

    @Test
    void an_answer_without_the_header_leaves_no_trail() {
        assertThat(Trail.of(record(List.of(new OriginalHeader("ce_id", bytes("x")))), "s1"))
                .isSameAs(Trail.NONE);
    }

    @Test
    void a_request_without_followed_answers_makes_no_span() {
        // when
        traces.requested("acme", 75, List.of(), APPENDED).ended(TAKEN, APPENDED);
        // then
        assertThat(exported.getFinishedSpanItems()).isEmpty();
    }

    @Test
    void a_failure_is_told_by_its_status_and_never_by_its_text() {
        // given
        Trail trail = trail("00-" + TRACE + "-00f067aa0ba902b7-01");
        // when
        traces.requested("acme", 1, List.of(trail), APPENDED)
                .ended(new Reply.Failed(503, "a text of Braze", Reply.Reached.MAYBE), APPENDED);
        // then
        SpanData request = span("braze /users/track");
        assertThat(request.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(request.getAttributes().get(FollowedRequest.STATUS)).isEqualTo(503);
        assertThat(request.toString()).doesNotContain("a text of Braze");
    }

    @Test
    void nothing_is_told_of_the_person_or_the_answer() {
        // given
        Trail trail = trail("00-" + TRACE + "-00f067aa0ba902b7-01");
        // when
        traces.requested("acme", 1, List.of(trail), APPENDED).ended(TAKEN, APPENDED);
        // then
        Set<String> told = exported.getFinishedSpanItems().stream()
                .flatMap(span -> span.getAttributes().asMap().keySet().stream())
                .map(AttributeKey::getKey)
                .collect(Collectors.toSet());
        assertThat(told)
                .containsExactlyInAnyOrder(
                        "iterate.company",
                        "iterate.survey",
                        "iterate.objects",
                        "messaging.destination.partition.id",
                        "messaging.kafka.offset");
    }

    @Test
    void a_broker_whose_clock_is_ahead_makes_no_span_that_ends_before_it_begins() {
        // when
        traces.requested("acme", 1, List.of(trail("00-" + TRACE + "-00f067aa0ba902b7-01")), APPENDED.minusMillis(5))
                .ended(TAKEN, APPENDED);
        // then
        assertThat(duration(span("relay.wait"))).isZero();
    }

    private SpanData span(String name) {
        return exported.getFinishedSpanItems().stream()
                .filter(span -> span.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Duration duration(SpanData span) {
        return Duration.of(span.getEndEpochNanos() - span.getStartEpochNanos(), TimeUnit.NANOSECONDS.toChronoUnit());
    }

    private static Trail trail(String traceparent) {
        return Trail.of(
                record(List.of(
                        new OriginalHeader("ce_id", bytes("x")),
                        new OriginalHeader("traceparent", bytes(traceparent)))),
                "s1");
    }

    private static OriginalRecord record(List<OriginalHeader> headers) {
        return new OriginalRecord("t", 3, 7, APPENDED, bytes("acme|braze:ana"), bytes("{}"), headers);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
