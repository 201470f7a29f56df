package com.iterate.relay.deadletters;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * The headers of a dead letter: the original's, then SmallRye's {@code dead-letter-*} names so that its tools find what they
 * know, then our own {@code relay-*}.
 */
final class DeadLetterHeaders {

    static final String RESPONSE = "relay-response";
    static final String TRIES = "relay-tries";
    static final String VALUE_LEFT_OUT = "relay-value-left-out";

    /** Braze's words, not its pages. */
    private static final int MOST_RESPONSE_CHARACTERS = 2000;

    private DeadLetterHeaders() {}

    static Headers of(DeadLetter letter) {
        Headers headers = new RecordHeaders();
        OriginalRecord original = letter.original();
        original.headers().forEach(header -> headers.add(header.name(), header.value()));
        add(headers, "dead-letter-reason", letter.problem());
        add(headers, "dead-letter-topic", original.topic());
        add(headers, "dead-letter-partition", Integer.toString(original.partition()));
        add(headers, "dead-letter-offset", Long.toString(original.offset()));
        add(headers, "relay-reason", letter.reason().name());
        add(headers, "relay-attempts", Integer.toString(letter.attempts()));
        add(headers, "relay-first-failed-at", letter.firstFailedAt().toString());
        add(headers, "relay-last-failed-at", letter.lastFailedAt().toString());
        if (!letter.tries().isEmpty()) {
            add(headers, TRIES, HeaderJson.ofTries(letter.tries()));
        }
        if (!letter.company().isEmpty()) {
            add(headers, "relay-company", letter.company());
        }
        if (!letter.undelivered().isEmpty()) {
            add(headers, "relay-undelivered", HeaderJson.ofUndelivered(letter.undelivered()));
        }
        asked(letter).ifPresent(asked -> {
            add(headers, "relay-status", Integer.toString(asked.status()));
            String response = asked.response();
            add(headers, RESPONSE, response.substring(0, Math.min(response.length(), MOST_RESPONSE_CHARACTERS)));
        });
        return headers;
    }

    private static Optional<Undelivered> asked(DeadLetter letter) {
        return letter.undelivered().stream().filter(each -> each.status() > 0).findFirst();
    }

    static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
