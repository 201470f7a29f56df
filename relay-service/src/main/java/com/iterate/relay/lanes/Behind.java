package com.iterate.relay.lanes;

import java.time.Instant;

/**
 * A company that is skipped in the log.
 *
 * @param since   when that began
 * @param answers that wait in the log, about
 */
public record Behind(Instant since, long answers) {

    /** The same company in another partition. */
    public Behind plus(Behind other) {
        return new Behind(since.isBefore(other.since) ? since : other.since, answers + other.answers);
    }
}
