package com.iterate.contracts;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** The headers of a {@link ResponseSubmitted} record: CloudEvents 1.0, Kafka protocol binding, binary mode. */
public final class CloudEventHeaders {

    /** The idempotency key: a repeat of the same answer carries the same id. */
    public static final String ID = "ce_id";

    public static final String TYPE = "ce_type";
    public static final String SPEC_VERSION = "ce_specversion";
    public static final String TIME = "ce_time";
    public static final String SOURCE = "ce_source";
    public static final String SUBJECT = "ce_subject";
    public static final String CONTENT_TYPE = "content-type";

    public static final String RESPONSE_SUBMITTED = "com.iterate.survey.ResponseSubmitted.v1";

    private CloudEventHeaders() {}

    /** All headers of an event, in the order in which they are documented. */
    public static Map<String, String> of(UUID id, String source, ResponseSubmitted event) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(CONTENT_TYPE, "application/json");
        headers.put(SPEC_VERSION, "1.0");
        headers.put(ID, id.toString());
        headers.put(TIME, event.submittedAt().toString());
        headers.put(TYPE, RESPONSE_SUBMITTED);
        headers.put(SOURCE, source);
        headers.put(SUBJECT, event.responseId());
        return headers;
    }
}
