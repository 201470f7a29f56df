package com.iterate.settings.connections;

import com.iterate.webkit.RequestBody;
import org.jspecify.annotations.Nullable;

/** A Braze REST key. Braze documents no format, so only what breaks the {@code Authorization} header is refused. */
public record ApiKey(String value) {

    private static final String FIELD = "apiKey";

    /** Braze's keys have 36 characters; ten times as many leaves room for what Braze may think of. */
    private static final int LONGEST = 400;

    private static final int SHOWN = 4;

    /** @throws com.iterate.webkit.Problem 422 with the rule that is broken, without the key */
    public static ApiKey required(@Nullable String candidate) {
        String key = RequestBody.text(FIELD, candidate, LONGEST);
        if (key.codePoints()
                .anyMatch(character -> Character.isWhitespace(character) || Character.isISOControl(character))) {
            throw RequestBody.invalid(FIELD, "must not contain blanks or line breaks; copy it again");
        }
        if (key.codePoints().anyMatch(character -> "\"'`\u201c\u201d\u201e\u2018\u2019".indexOf(character) >= 0)) {
            throw RequestBody.invalid(FIELD, "must not contain quotation marks; copy only what stands between them");
        }
        if (key.codePoints().anyMatch(character -> character > '~')) {
            throw RequestBody.invalid(FIELD, "must consist of plain letters, digits and signs; copy it again");
        }
        return new ApiKey(key);
    }

    /** The last characters, for people to tell keys apart; never half of a short key. */
    String ending() {
        return value.substring(value.length() - Math.min(SHOWN, value.length() / 2));
    }

    /** The key stays out of logs. */
    @Override
    public String toString() {
        return "ApiKey[]";
    }
}
