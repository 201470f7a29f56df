package com.iterate.relay.deliveries;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What became of a record.
 *
 * @param state   of all its answers but those that are named: {@code waiting}, {@code accepted}, or {@code unknown}, for what was
 *                answered before the record of deliveries begins. An answer that is not meant for Braze is accepted by nobody;
 *                who published it knows which these are
 * @param at      of {@code accepted}: to the second, and not before it
 * @param why     it waits, where something is in the way
 * @param since   that is so
 * @param answers by question
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record Told(
        int partition,
        long offset,
        String state,
        Optional<Instant> at,
        Optional<String> why,
        Optional<Instant> since,
        Map<String, List<Named>> answers) {

    /**
     * One answer in one of the forms in which Braze gets it.
     *
     * @param as     {@code attribute} or {@code event}
     * @param state  {@code covered} or {@code superseded} (something newer stands on the profile), {@code rejected},
     *               {@code replaying}, {@code replayed}, {@code discarded}, {@code erased}
     * @param letter of a rejection: its dead letter
     * @param by     of {@code covered} and {@code superseded}: the newer answer, where it is known
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Named(
            String as,
            String state,
            Instant at,
            Optional<String> reason,
            Optional<Integer> status,
            Optional<String> words,
            Optional<String> letter,
            Optional<Asked> by) {

        static Named ended(String as, String state, Instant at, Optional<Asked> by) {
            return new Named(as, state, at, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), by);
        }
    }

    Told with(Map<String, List<Named>> named) {
        return new Told(partition, offset, state, at, why, since, named);
    }
}
