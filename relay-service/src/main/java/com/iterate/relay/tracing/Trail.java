package com.iterate.relay.tracing;

import com.iterate.relay.deadletters.OriginalRecord;
import io.opentelemetry.api.trace.SpanContext;
import java.time.Instant;

/** What is remembered of a followed answer until it goes out. Holds no answer and nobody's id. */
public final class Trail {

    /** Of an answer that nobody follows. */
    public static final Trail NONE = new Trail(SpanContext.getInvalid(), "", -1, -1, Instant.EPOCH);

    private final SpanContext origin;
    private final String survey;
    private final int partition;
    private final long offset;
    private final Instant appendedAt;

    private Trail(SpanContext origin, String survey, int partition, long offset, Instant appendedAt) {
        this.origin = origin;
        this.survey = survey;
        this.partition = partition;
        this.offset = offset;
        this.appendedAt = appendedAt;
    }

    /** To be called once for each record that becomes an answer on its way; {@link #NONE} unless its publisher follows it. */
    public static Trail of(OriginalRecord record, String survey) {
        SpanContext origin = TraceParent.of(record.headers());
        return origin.isValid()
                ? new Trail(origin, survey, record.partition(), record.offset(), record.appendedAt())
                : NONE;
    }

    public boolean isFollowed() {
        return origin.isValid();
    }

    SpanContext origin() {
        return origin;
    }

    String survey() {
        return survey;
    }

    int partition() {
        return partition;
    }

    long offset() {
        return offset;
    }

    Instant appendedAt() {
        return appendedAt;
    }
}
