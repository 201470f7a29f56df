package com.iterate.relay.deliveries;

import com.iterate.contracts.Respondent;
import java.time.Instant;

/**
 * An answer, in one of the forms in which Braze gets it, and what became of it.
 *
 * @param as {@code attribute} or {@code event}
 */
public record Note(
        int partition,
        long offset,
        String company,
        Respondent person,
        String questionId,
        String as,
        Ending ending,
        Instant at) {

    /** Of one answer in one form only the last word counts. */
    record Key(int partition, long offset, String questionId, String as) {}

    Key key() {
        return new Key(partition, offset, questionId, as);
    }
}
