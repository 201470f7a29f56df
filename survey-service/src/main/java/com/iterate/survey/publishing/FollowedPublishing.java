package com.iterate.survey.publishing;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The way of answers to Kafka, where their request is followed: a span until the acknowledgement, and a header from which the relay
 * goes on. Of all others nothing is made, and no header written.
 */
final class FollowedPublishing {

    /** W3C Trace Context; in Kafka a header like any other. */
    static final String HEADER = "traceparent";

    static final AttributeKey<String> COMPANY = AttributeKey.stringKey("iterate.company");
    static final AttributeKey<String> SURVEY = AttributeKey.stringKey("iterate.survey");
    static final AttributeKey<Long> ANSWERS = AttributeKey.longKey("iterate.answers");
    static final AttributeKey<Long> PARTITION = AttributeKey.longKey("messaging.destination.partition.id");
    static final AttributeKey<Long> OFFSET = AttributeKey.longKey("messaging.kafka.offset");

    private final Span span;

    private FollowedPublishing(Span span) {
        this.span = span;
    }

    /** Looks at the request that this thread is serving. */
    static FollowedPublishing begin(Tracer tracer, List<OutgoingEvent> events) {
        if (!Span.current().getSpanContext().isSampled() || events.isEmpty()) {
            return new FollowedPublishing(Span.getInvalid());
        }
        return new FollowedPublishing(tracer.spanBuilder("publish answers")
                .setSpanKind(SpanKind.PRODUCER)
                .setAttribute(COMPANY, events.get(0).event().companyId())
                .setAttribute(SURVEY, events.get(0).event().surveyId())
                .setAttribute(ANSWERS, (long) events.size())
                .startSpan());
    }

    Optional<byte[]> header() {
        if (!span.getSpanContext().isSampled()) {
            return Optional.empty();
        }
        String value = "00-" + span.getSpanContext().getTraceId() + "-"
                + span.getSpanContext().getSpanId() + "-01";
        return Optional.of(value.getBytes(StandardCharsets.US_ASCII));
    }

    void ended(PublishOutcome outcome) {
        if (outcome instanceof PublishOutcome.Published published) {
            span.setAttribute(PARTITION, (long) published.partition()).setAttribute(OFFSET, published.offset());
        } else {
            span.setStatus(StatusCode.ERROR, "not acknowledged");
        }
        span.end();
    }
}
