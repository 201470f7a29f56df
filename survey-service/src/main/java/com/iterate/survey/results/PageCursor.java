package com.iterate.survey.results;

import com.iterate.survey.results.Responses.OneResponse;
import com.iterate.webkit.Problem;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

/** Where a page of responses ends: a key and not a count, so that new responses shift nothing. */
record PageCursor(Instant startedAt, String responseId) {

    /** Before the first page, for responses stand newest first. */
    static final PageCursor START = new PageCursor(Instant.parse("9999-12-31T23:59:59Z"), "");

    static PageCursor after(OneResponse response) {
        return new PageCursor(response.startedAt(), response.responseId());
    }

    String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((startedAt + "|" + responseId).getBytes(StandardCharsets.UTF_8));
    }

    static PageCursor of(String text) {
        try {
            String decoded = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            int bar = decoded.indexOf('|');
            return new PageCursor(Instant.parse(decoded.substring(0, Math.max(bar, 0))), decoded.substring(bar + 1));
        } catch (IllegalArgumentException | DateTimeException notOurs) {
            throw new Problem(400, "bad-cursor", "Unknown place", "after must be the next of an earlier page.");
        }
    }
}
