package com.iterate.relay.deliveries;

import com.iterate.relay.deadletters.Reason;

/** What became of an answer that was not simply accepted. */
public sealed interface Ending {

    /**
     * A newer answer to the same attribute went instead.
     *
     * @param by its offset, in the same partition
     */
    record Covered(long by) implements Ending {}

    /**
     * Something newer had been sent before, and is done: read again by somebody who does not know that, this one would be sent.
     *
     * @param by offset of the newer answer, in the same partition; -1: not known
     */
    record Superseded(long by) implements Ending {}

    /** Dead-lettered. */
    record Failed(Reason reason, int status, String words) implements Ending {}

    /** Submitted before the company chose to discard what waited. */
    record Discarded() implements Ending {}

    /** Its person was erased before it was sent. */
    record Erased() implements Ending {}

    /** Whether something newer stands on the profile, so that nobody misses this answer. */
    default boolean isMadeUpFor() {
        return this instanceof Covered || this instanceof Superseded;
    }

    /** Whether the answer has to be done at once. */
    default boolean isUrgent() {
        return this instanceof Superseded;
    }
}
