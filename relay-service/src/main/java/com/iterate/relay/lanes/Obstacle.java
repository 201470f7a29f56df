package com.iterate.relay.lanes;

/** Why a company's answers should wait in the log and not in its lane. */
public enum Obstacle {
    /** More answers than its share of the window. */
    OVER_CAP("More answers came in than its lane holds"),
    /** An answer is unfinished for too long, whatever the reason. */
    STUCK("Its answers could not be delivered for a while"),
    /** Braze refuses the company's key or endpoint. */
    SUSPENDED("Braze refuses its key or endpoint"),
    NOT_CONNECTED("It has no Braze connection");

    private final String inWords;

    Obstacle(String inWords) {
        this.inWords = inWords;
    }

    public String inWords() {
        return inWords;
    }
}
