package com.iterate.relay.replay;

/** How far a job has come. Pausing is apart from it: a paused job stays in its phase, and what is under way ends. */
enum Phase {
    /** Its letters are being collected. */
    COLLECTING,
    /** The first ten are tried alone. */
    CANARY,
    RUNNING,
    /** Too many of the first ten failed. */
    STOPPED,
    CANCELLED,
    DONE;

    /** It sends nothing more; what it did not send is open again. */
    boolean isOver() {
        return this == STOPPED || this == CANCELLED || this == DONE;
    }

    /** Unless it is paused. */
    boolean feeds() {
        return this == CANARY || this == RUNNING;
    }

    /** All letters are known. */
    Phase collected(Tally tally, Canary canary) {
        if (this != COLLECTING) {
            return this;
        }
        return (canary.isTried() ? CANARY : RUNNING).after(tally, canary);
    }

    /** Some letters came to their end. */
    Phase after(Tally tally, Canary canary) {
        if (!feeds()) {
            return this;
        }
        if (tally.waiting() == 0) {
            return DONE;
        }
        return this == RUNNING
                ? RUNNING
                : switch (canary.verdict(tally.tried())) {
                    case NOT_YET -> CANARY;
                    case GO_ON -> RUNNING;
                    case STOP -> STOPPED;
                };
    }
}
