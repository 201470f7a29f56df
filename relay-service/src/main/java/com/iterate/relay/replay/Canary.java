package com.iterate.relay.replay;

/**
 * The first letters of a job, which are tried alone.
 *
 * @param mayFail the part of them that may fail, from 0 to 1; with 1 nothing is tried first
 */
record Canary(double mayFail) {

    /** Few enough that a wrong guess harms nobody, and enough that one unlucky letter does not decide. */
    static final int LETTERS = 10;

    /** How it came out. */
    enum Verdict {
        NOT_YET,
        GO_ON,
        STOP
    }

    Canary {
        if (!(mayFail >= 0 && mayFail <= 1)) {
            throw new IllegalArgumentException("the part that may fail is from 0 to 1");
        }
    }

    boolean isTried() {
        return mayFail < 1;
    }

    /** Stops as soon as too many have failed, whatever the others do. */
    Verdict verdict(Tally.Tried tried) {
        if (tried.failed() > mayFail * tried.letters()) {
            return Verdict.STOP;
        }
        return tried.waiting() == 0 ? Verdict.GO_ON : Verdict.NOT_YET;
    }
}
