package com.iterate.relay.attempts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One time that delivery was tried, as far as it is known: before it was a dead letter the first and the last nine that failed.
 *
 * @param at       when it failed, or Braze took it
 * @param by       who started the replay; empty text: nobody
 * @param replay   its number
 * @param reason   why it failed; absent: it did not, or that is not kept
 * @param status   Braze's HTTP status; 0 if it was never asked
 * @param response Braze's own words, masked
 * @param names    new names of attributes in this replay, by the old ones
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Attempt(
        Instant at,
        What what,
        String by,
        Optional<Long> replay,
        Optional<String> reason,
        Optional<Integer> status,
        Optional<String> response,
        Map<String, String> names) {

    public enum What {
        FIRST_FAILURE,
        /** Tried again after it. */
        FAILURE,
        LAST_FAILURE,
        /** Given up before anything was sent. */
        NEVER_SENT,
        REPLAY_FAILED,
        REPLAY_DELIVERED
    }
}
