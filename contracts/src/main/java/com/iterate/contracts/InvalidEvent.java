package com.iterate.contracts;

/** A value that breaks the contract. The message names the rule and never repeats the value: it may be someone's answer. */
public final class InvalidEvent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public InvalidEvent(String message) {
        super(message);
    }

    static void check(boolean holds, String rule) {
        if (!holds) {
            throw new InvalidEvent(rule);
        }
    }
}
