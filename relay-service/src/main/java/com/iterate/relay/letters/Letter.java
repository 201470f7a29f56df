package com.iterate.relay.letters;

import com.iterate.relay.letters.LetterFilter.Person;
import java.time.Instant;
import java.util.Optional;

/**
 * One line of a list of dead letters.
 *
 * @param company    empty for what is unreadable
 * @param replays    failed ones
 * @param reason     why it is dead now: after a failed replay, why that failed
 * @param status     Braze's HTTP status; 0 if it was never asked
 * @param problem    one line on what happened first
 * @param response   Braze's own words, without what a respondent wrote
 * @param respondent hidden, unless revealed
 * @param attempts   requests that carried it
 * @param appendedAt when it became a dead letter
 * @param original   where its answers stand in the topic of answers
 * @param change     the last one of its state
 */
public record Letter(
        LetterId id,
        String company,
        State state,
        int replays,
        String reason,
        int status,
        String problem,
        String response,
        String fingerprint,
        Optional<String> survey,
        Optional<String> responseId,
        Optional<Person> respondent,
        int attempts,
        Instant appendedAt,
        Optional<Instant> submittedAt,
        Instant firstFailedAt,
        Instant lastFailedAt,
        Optional<Original> original,
        Optional<LastChange> change) {

    public record Original(String topic, int partition, long offset) {}

    public record LastChange(Instant at, String by, String note) {}

    Cursor cursor() {
        return new Cursor(appendedAt, id);
    }

    Letter masked() {
        return new Letter(
                id,
                company,
                state,
                replays,
                reason,
                status,
                problem,
                response,
                fingerprint,
                survey,
                responseId,
                respondent.map(Masking::person),
                attempts,
                appendedAt,
                submittedAt,
                firstFailedAt,
                lastFailedAt,
                original,
                change);
    }
}
