package com.iterate.relay.lanes;

import com.iterate.relay.braze.Reply;
import com.iterate.relay.braze.Reply.Reached;
import com.iterate.relay.deadletters.Try;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What the end of a request means for the lane's breaker and for the people in it. */
final class Endings {

    private static final String UNCLEAR = "Braze's reply does not say what became of the answers";

    private final Breaker breaker;
    private final Settlement settlement;
    private final Retries retries;
    private final Access access;
    private long successes;

    Endings(Breaker breaker, Settlement settlement, Retries retries, Access access) {
        this.breaker = breaker;
        this.settlement = settlement;
        this.retries = retries;
        this.access = access;
    }

    /** Requests of the lane of which Braze took something. */
    long successes() {
        return successes;
    }

    void ended(Batch batch, Reply reply, Instant now) {
        if (reply instanceof Reply.Answered answered) {
            answered(batch, answered, now);
        } else if (reply instanceof Reply.TooMuch tooMuch) {
            tried(batch, tooMuch.status(), tooMuch.reason(), now);
            breaker.answered();
            retries.halved(batch, tooMuch, successes, now);
        } else if (reply instanceof Reply.RateLimited limited) {
            tried(batch, 429, "Braze's rate limit was reached", now);
            breaker.rateLimited(limited.retryAfter(), now);
        } else if (reply instanceof Reply.Misconfigured wrong) {
            tried(batch, wrong.status(), wrong.why(), now);
            if (batch.connectionVersion() == access.connectionVersion()) {
                breaker.suspended(wrong.why(), now);
            }
        } else if (reply instanceof Reply.Failed failed) {
            failed(batch, failed, now);
        }
    }

    private void answered(Batch batch, Reply.Answered answered, Instant now) {
        Set<Person> unclear = settlement.answered(batch, answered, now);
        if (unclear.size() < batch.people().size()) {
            successes++;
            breaker.answered();
        } else {
            breaker.failed(UNCLEAR, now);
        }
        retries.together(batch, List.copyOf(unclear), new Reply.Failed(0, UNCLEAR, Reached.MAYBE), successes, now);
    }

    private void failed(Batch batch, Reply.Failed failed, Instant now) {
        tried(batch, failed.status(), failed.why(), now);
        if (failed.reached() == Reached.MAYBE) {
            batch.slots().forEach(slot -> settlement.mayHaveReached(slot, now));
        }
        if (successes == batch.successesBefore()) {
            breaker.failed(failed.why(), now);
        }
        retries.together(batch, batch.people(), failed, successes, now);
    }

    /** For whoever looks at a dead letter that may come of it. */
    private static void tried(Batch batch, int status, String words, Instant now) {
        Try request = new Try(now, status, words);
        batch.slots().forEach(slot -> slot.tried(request));
    }
}
