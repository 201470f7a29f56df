package com.iterate.relay.deliveries;

import com.iterate.contracts.Respondent;
import com.iterate.relay.deadletters.Reason;
import java.time.Instant;

/** Notes for tests. */
final class Notes {

    static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    static final Respondent ANA = new Respondent.Braze("ana");

    private Notes() {}

    static Note covered(int partition, long offset) {
        return note(partition, offset, new Ending.Covered(offset + 1));
    }

    static Note rejected(int partition, long offset) {
        return note(partition, offset, new Ending.Failed(Reason.REJECTED, 400, "'csat' is not valid"));
    }

    static Note note(int partition, long offset, Ending ending) {
        return new Note(partition, offset, "acme", ANA, "score", "attribute", ending, NOON);
    }
}
