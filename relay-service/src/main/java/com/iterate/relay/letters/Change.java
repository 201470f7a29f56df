package com.iterate.relay.letters;

import com.iterate.relay.audit.Who;
import com.iterate.relay.deadletters.Reason;
import java.util.Optional;

/**
 * Why a letter's state changes.
 *
 * @param note    one line for whoever looks at the letter later; may be empty, never holds an answer or a person's id
 * @param failure of a replay: counts as one, and is from now on why the letter is dead
 */
public record Change(Who by, String note, Optional<Failure> failure) {

    /** @param response masked, as the lanes hand it over */
    public record Failure(Reason reason, int status, String response) {}

    public static Change by(Who who, String note) {
        return new Change(who, note, Optional.empty());
    }

    public static Change failed(Who who, String note, Failure failure) {
        return new Change(who, note, Optional.of(failure));
    }
}
