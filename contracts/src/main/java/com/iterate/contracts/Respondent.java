package com.iterate.contracts;

import static com.iterate.contracts.InvalidEvent.check;

/** Whose profile the answers belong to. {@code braze_id} and {@code external_id} of one person are two respondents. */
public sealed interface Respondent {

    /** Known by the {@code braze_id} that the campaign put into the link. */
    record Braze(String id) implements Respondent {
        public Braze {
            check(Limits.isId(id), "brazeId must be 1 to 987 bytes without surrounding blanks");
        }
    }

    /** Known by the company's own id for the person, Braze's {@code external_id}. */
    record External(String id) implements Respondent {
        public External {
            check(Limits.isId(id), "externalId must be 1 to 987 bytes without surrounding blanks");
        }
    }

    /** Nobody that Braze knows: recorded, never relayed. */
    record Anonymous() implements Respondent {}
}
