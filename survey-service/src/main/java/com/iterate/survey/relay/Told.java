package com.iterate.survey.relay;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the relay says of a record.
 *
 * @param state   of all its answers, but for those that are named
 * @param reason  of a record that was rejected as a whole, and what is wrong with it
 * @param answers by question: those of which something else became
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Told(
        int partition,
        long offset,
        String state,
        Optional<Instant> at,
        Optional<String> why,
        Optional<Instant> since,
        Optional<String> reason,
        Optional<String> words,
        Map<String, List<DeliveryState>> answers) {

    Position position() {
        return new Position(partition, offset);
    }

    /** @param as {@code attribute} or {@code event} */
    public DeliveryState of(String questionId, String as) {
        return answers.getOrDefault(questionId, List.of()).stream()
                .filter(one -> one.as().equals(as))
                .findFirst()
                .orElseGet(() -> new DeliveryState(
                        as,
                        state,
                        at,
                        why,
                        since,
                        reason,
                        Optional.empty(),
                        words,
                        Optional.empty(),
                        Optional.empty()));
    }
}
