package com.iterate.relay.letters;

/** What is left of a letter whose person is forgotten: where it was, when, and what kind of failure it was. */
final class Erasure {

    /** For an {@code update} of {@code dead_letter}. */
    static final String COLUMNS =
            "key = null, value = null, headers = '[]', respondent_id = null, respondent_kind = null,"
                    + " response_id = null, event_id = null, problem = '', response = ''";

    private Erasure() {}
}
