package com.iterate.relay.tracing;

import com.iterate.relay.deadletters.OriginalRecord.OriginalHeader;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The header in which a publisher says that an answer is to be followed: W3C Trace Context, version 00. */
final class TraceParent {

    private static final String HEADER = "traceparent";

    /** 00-(32 digits: trace)-(16 digits: span)-(2 digits: flags) */
    private static final int LENGTH = 55;

    private static final int TRACE = 3;
    private static final int SPAN = 36;

    /** Second digit of the flags; odd says "sampled". */
    private static final int SAMPLED = 54;

    private static final String SAMPLING = "13579bdf";

    private TraceParent() {}

    /** Invalid for nearly every record. Of a record that is not followed, no more than one byte of the header is looked at. */
    static SpanContext of(List<OriginalHeader> headers) {
        for (int i = 0; i < headers.size(); i++) {
            OriginalHeader header = headers.get(i);
            if (header.name().equals(HEADER)) {
                return isSampled(header.value()) ? read(header.value()) : SpanContext.getInvalid();
            }
        }
        return SpanContext.getInvalid();
    }

    private static boolean isSampled(byte @Nullable [] value) {
        return value != null && value.length == LENGTH && SAMPLING.indexOf(value[SAMPLED]) >= 0;
    }

    /** Whatever is wrong with the digits makes the context invalid; nothing is thrown. */
    private static SpanContext read(byte @Nullable [] value) {
        String text = value == null ? "" : new String(value, StandardCharsets.US_ASCII);
        return SpanContext.createFromRemoteParent(
                text.substring(TRACE, SPAN - 1),
                text.substring(SPAN, SAMPLED - 2),
                TraceFlags.getSampled(),
                TraceState.getDefault());
    }
}
