package com.iterate.relay.lanes;

import com.iterate.relay.braze.Outcome;
import com.iterate.relay.braze.Reply;
import com.iterate.relay.deadletters.Try;
import java.time.Instant;
import java.util.Optional;

/** What is kept of a request that did not end well, for whoever looks at the dead letter that may come of it. */
final class Tries {

    private Tries() {}

    /** Empty if each object has an answer of its own. */
    static Optional<Try> of(Reply reply, Instant now) {
        if (reply instanceof Reply.TooMuch tooMuch) {
            return Optional.of(new Try(now, tooMuch.status(), tooMuch.reason()));
        } else if (reply instanceof Reply.RateLimited) {
            return Optional.of(new Try(now, 429, "Braze's rate limit was reached"));
        } else if (reply instanceof Reply.Misconfigured wrong) {
            return Optional.of(new Try(now, wrong.status(), wrong.why()));
        } else if (reply instanceof Reply.Failed failed) {
            return Optional.of(new Try(now, failed.status(), failed.why()));
        }
        return Optional.empty();
    }

    /** Empty if Braze took the object. */
    static Optional<Try> of(Outcome outcome, Instant now) {
        if (outcome instanceof Outcome.Rejected rejected) {
            return Optional.of(new Try(now, rejected.status(), rejected.reason()));
        } else if (outcome instanceof Outcome.Unclear unclear) {
            return Optional.of(new Try(now, 0, unclear.why()));
        }
        return Optional.empty();
    }
}
