package com.iterate.relay.tracing;

import com.iterate.relay.deadletters.HeaderName;
import com.iterate.relay.deadletters.OriginalHeaders;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import java.nio.charset.StandardCharsets;

/** The header in which a publisher says that an answer is to be followed: W3C Trace Context, version 00. */
final class TraceParent {

    private static final HeaderName HEADER = HeaderName.of("traceparent");

    /** 00-(32 digits: trace)-(16 digits: span)-(2 digits: flags) */
    private static final int LENGTH = 55;

    private static final int TRACE = 3;
    private static final int SPAN = 36;

    /** Second digit of the flags; odd says "sampled". */
    private static final int SAMPLED = 54;

    private static final String SAMPLING = "13579bdf";

    private TraceParent() {}

    /** Invalid for nearly every record. */
    static SpanContext of(OriginalHeaders headers) {
        return headers.first(HEADER)
                .filter(TraceParent::isSampled)
                .map(TraceParent::read)
                .orElseGet(SpanContext::getInvalid);
    }

    private static boolean isSampled(byte[] value) {
        return value.length == LENGTH && SAMPLING.indexOf(value[SAMPLED]) >= 0;
    }

    /** Whatever is wrong with the digits makes the context invalid; nothing is thrown. */
    private static SpanContext read(byte[] value) {
        String text = new String(value, StandardCharsets.US_ASCII);
        return SpanContext.createFromRemoteParent(
                text.substring(TRACE, SPAN - 1),
                text.substring(SPAN, SAMPLED - 2),
                TraceFlags.getSampled(),
                TraceState.getDefault());
    }
}
