package com.iterate.survey.relay;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;

/**
 * How the delivery of an answer stands, in one of the forms in which it goes to Braze.
 *
 * @param as     {@code attribute} or {@code event}
 * @param state  {@code waiting}, {@code accepted}, {@code covered} or {@code superseded} (a newer answer stands on the profile),
 *               {@code rejected}, {@code replaying}, {@code replayed}, {@code discarded}, {@code erased}; {@code unknown} while
 *               the relay does not say, or no longer knows
 * @param at     when that happened; of {@code accepted} to the second, after an hour to the minute, and never before it
 * @param why    an answer waits
 * @param since  what it waits for lasts since then
 * @param reason of a rejection, such as {@code REJECTED}; what to do is in {@code docs/operating.md}
 * @param status Braze's
 * @param words  Braze's own
 * @param letter of a rejection: the number of its dead letter
 * @param by     where the newer answer lies
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@JsonIgnoreProperties(ignoreUnknown = true)
public record DeliveryState(
        String as,
        String state,
        Optional<Instant> at,
        Optional<String> why,
        Optional<Instant> since,
        Optional<String> reason,
        Optional<Integer> status,
        Optional<String> words,
        Optional<String> letter,
        Optional<Position> by) {

    /** @param as in which form */
    public static DeliveryState unknown(String as) {
        return of(as, "unknown", Optional.empty(), Optional.empty(), Optional.empty());
    }

    static DeliveryState of(
            String as, String state, Optional<Instant> at, Optional<String> why, Optional<Instant> since) {
        return new DeliveryState(
                as,
                state,
                at,
                why,
                since,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
