package com.iterate.relay.deadletters;

import java.time.Instant;
import java.util.List;

/**
 * A record with at least one answer that could not be delivered.
 *
 * @param company     empty for what is unreadable
 * @param problem     one line on what happened, without anything that a respondent wrote
 * @param undelivered what a replay has to send; empty for what is unreadable
 * @param attempts    requests that carried it
 * @param tries       of those that did not end well the first and the last nine, oldest first
 */
public record DeadLetter(
        OriginalRecord original,
        Reason reason,
        String company,
        String problem,
        List<Undelivered> undelivered,
        int attempts,
        List<Try> tries,
        Instant firstFailedAt,
        Instant lastFailedAt) {

    public DeadLetter {
        undelivered = List.copyOf(undelivered);
        tries = List.copyOf(tries);
    }
}
