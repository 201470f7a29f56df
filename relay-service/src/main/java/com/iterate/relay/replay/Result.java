package com.iterate.relay.replay;

import com.iterate.relay.letters.State;

/** What became of a letter in a job. */
public enum Result {
    DELIVERED(State.DELIVERED),
    /** Newer answers had been sent, or went with it: nothing was left to send. */
    SUPERSEDED(State.SUPERSEDED),
    /** Dead again, for a reason of its own. */
    FAILED_AGAIN(State.OPEN),
    /** The same, once too often: no filter picks it any more. */
    QUARANTINED(State.QUARANTINED),
    /** The company discarded answers as old as this, or somebody this letter. */
    DISCARDED(State.DISCARDED),
    /** Never sent: its job ended before. */
    CANCELLED(State.OPEN);

    private final State leaves;

    Result(State leaves) {
        this.leaves = leaves;
    }

    /** The letter's state afterwards. */
    State leaves() {
        return leaves;
    }

    boolean isFailure() {
        return this == FAILED_AGAIN || this == QUARANTINED;
    }
}
