package com.iterate.relay.audit;

import com.iterate.webkit.Problem;
import java.time.DateTimeException;
import java.time.Instant;

/** Where a page of acts ends. Nothing about it is secret, so that it reads as what it is: {@code <time>_<id>}. */
record AuditCursor(Instant at, long id) {

    static final AuditCursor START = new AuditCursor(Instant.parse("9999-12-31T23:59:59Z"), Long.MAX_VALUE);

    static AuditCursor after(AuditTrail.Act act) {
        return new AuditCursor(act.at(), act.id());
    }

    String text() {
        return at + "_" + id;
    }

    /** @throws Problem 400 for what did not come from {@link #text} */
    static AuditCursor of(String text) {
        try {
            int line = text.indexOf('_');
            return new AuditCursor(
                    Instant.parse(text.substring(0, Math.max(line, 0))), Long.parseLong(text.substring(line + 1)));
        } catch (NumberFormatException | DateTimeException notOurs) {
            throw new Problem(400, "bad-cursor", "Unknown place", "after must be the next of an earlier page.");
        }
    }
}
