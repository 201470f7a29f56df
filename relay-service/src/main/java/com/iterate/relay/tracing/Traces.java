package com.iterate.relay.tracing;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.context.Context;
import java.time.Instant;
import java.util.List;

/**
 * The spans of followed answers: {@code relay.wait}, from Kafka's time stamp to the request, and {@code braze /users/track}. A
 * request belongs to the trace of its first followed answer and links to the waits of all of them, since a span has one trace.
 */
public final class Traces {

    static final AttributeKey<String> COMPANY = AttributeKey.stringKey("iterate.company");
    static final AttributeKey<String> SURVEY = AttributeKey.stringKey("iterate.survey");
    static final AttributeKey<Long> PARTITION = AttributeKey.longKey("messaging.destination.partition.id");
    static final AttributeKey<Long> OFFSET = AttributeKey.longKey("messaging.kafka.offset");
    static final AttributeKey<Long> OBJECTS = AttributeKey.longKey("iterate.objects");

    /** Records nothing. */
    public static final Traces OFF = new Traces(TracerProvider.noop().get("off"));

    private final Tracer tracer;

    public Traces(Tracer tracer) {
        this.tracer = tracer;
    }

    /**
     * A request is about to be sent.
     *
     * @param trails those of its answers that are {@link Trail#isFollowed() followed}; usually none
     * @return to be told how it ended; may be kept with the request
     */
    public FollowedRequest requested(String company, int objects, List<Trail> trails, Instant now) {
        if (trails.isEmpty()) {
            return FollowedRequest.NONE;
        }
        List<SpanContext> waits =
                trails.stream().map(trail -> waited(company, trail, now)).toList();
        SpanBuilder request = tracer.spanBuilder("braze /users/track")
                .setSpanKind(SpanKind.CLIENT)
                .setParent(childOf(waits.get(0)))
                .setStartTimestamp(now)
                .setAttribute(COMPANY, company)
                .setAttribute(OBJECTS, (long) objects);
        waits.stream().skip(1).forEach(request::addLink);
        return new FollowedRequest(request.startSpan());
    }

    /** An answer that is sent again has waited again: each try is a wait and a request. */
    private SpanContext waited(String company, Trail trail, Instant until) {
        // Clocks of broker and relay differ a little; a span that ends before it begins confuses every viewer.
        Instant from = trail.appendedAt().isAfter(until) ? until : trail.appendedAt();
        Span wait = tracer.spanBuilder("relay.wait")
                .setSpanKind(SpanKind.CONSUMER)
                .setParent(childOf(trail.origin()))
                .setStartTimestamp(from)
                .setAttribute(COMPANY, company)
                .setAttribute(SURVEY, trail.survey())
                .setAttribute(PARTITION, (long) trail.partition())
                .setAttribute(OFFSET, trail.offset())
                .startSpan();
        wait.end(until);
        return wait.getSpanContext();
    }

    private static Context childOf(SpanContext parent) {
        return Context.root().with(Span.wrap(parent));
    }
}
