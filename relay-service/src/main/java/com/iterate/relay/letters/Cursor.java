package com.iterate.relay.letters;

import com.iterate.webkit.Problem;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

/** Where a page of letters ends: a key and not a count, so that new letters shift nothing. */
record Cursor(Instant appendedAt, LetterId id) {

    /** Before the first page, for letters stand newest first. */
    static final Cursor START =
            new Cursor(Instant.parse("9999-12-31T23:59:59Z"), new LetterId(Integer.MAX_VALUE, Long.MAX_VALUE));

    String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((appendedAt + "|" + id).getBytes(StandardCharsets.UTF_8));
    }

    /** @throws Problem 400 for what did not come from {@link #text} */
    static Cursor of(String text) {
        try {
            String decoded = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            int bar = decoded.indexOf('|');
            return new Cursor(
                    Instant.parse(decoded.substring(0, Math.max(bar, 0))), LetterId.parse(decoded.substring(bar + 1)));
        } catch (IllegalArgumentException | DateTimeException | Problem notOurs) {
            throw new Problem(400, "bad-cursor", "Unknown place", "after must be the next of an earlier page.");
        }
    }
}
