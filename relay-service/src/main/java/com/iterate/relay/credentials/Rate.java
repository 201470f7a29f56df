package com.iterate.relay.credentials;

import java.time.Duration;

/** How many requests Braze takes from a company, as its contract says. */
public record Rate(int requests, Duration window) {

    /** For a connection that names none: what Braze documents. */
    public static final Rate OF_BRAZE = new Rate(3000, Duration.ofSeconds(3));

    public Rate {
        if (requests < 1 || window.isZero() || window.isNegative()) {
            throw new IllegalArgumentException("a rate is at least one request in a window of some length");
        }
    }
}
