package com.iterate.relay.braze;

import java.time.Duration;
import java.util.List;

/** How Braze answered a request. No text in it holds a key, an id or an answer. */
public sealed interface Reply {

    /** One outcome for each object, in the order given to {@link Platform#track}. */
    record Answered(List<Outcome> outcomes) implements Reply {
        public Answered {
            outcomes = List.copyOf(outcomes);
        }
    }

    /**
     * The whole request is refused without a word on single objects (400, 413): halve it; if it held one object, that object
     * is bad.
     */
    record TooMuch(int status, String reason) implements Reply {}

    /** 429: nothing was processed. (A record component cannot be called {@code wait}.) */
    record RateLimited(Duration retryAfter) implements Reply {}

    /**
     * Not now: 5xx, a time-out, a broken connection, or an answer that is not Braze's.
     *
     * @param status 0 if there was none
     */
    record Failed(int status, String why, Reached reached) implements Reply {}

    /** The company's connection is wrong (401, 403, 404, 415, a redirect, an endpoint that is not allowed). */
    record Misconfigured(int status, String why) implements Reply {}

    /** Whether Braze may have acted upon a request that failed. */
    enum Reached {
        MAYBE,
        /** Nothing was written to a connection. */
        NO
    }
}
