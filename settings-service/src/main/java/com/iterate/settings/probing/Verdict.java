package com.iterate.settings.probing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Locale;
import java.util.Optional;

/**
 * What a test of a connection found out.
 *
 * @param result  a {@link Result} in words of the wire
 * @param status  of Braze's answer; absent if nobody answered
 * @param message what it means and what to do
 * @param braze   the beginning of Braze's own words
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record Verdict(String result, Optional<Integer> status, String message, Optional<String> braze) {

    enum Result {
        ACCEPTED,
        KEY_NOT_KNOWN,
        PERMISSION_MISSING,
        NOT_BRAZE,
        RATE_LIMITED,
        BRAZE_FAILING,
        UNREACHABLE,
        UNCLEAR;

        String wireName() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
