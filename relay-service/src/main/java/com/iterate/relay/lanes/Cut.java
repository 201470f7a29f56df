package com.iterate.relay.lanes;

import java.time.Duration;
import java.time.Instant;

/**
 * Which part of its rate a company is served at: halved when Braze says 429, all of it again within a minute (additive
 * increase, multiplicative decrease). Braze counts what others send with the same contract as well, which nobody tells us.
 */
final class Cut {

    /** Less changes nothing: Braze says besides how long to wait. */
    private static final double LEAST = 0.01;

    /** Long enough that a limit which is in truth lower is met every few seconds only, and a passing one is forgotten soon. */
    private static final Duration RECOVERY = Duration.ofMinutes(1);

    private double part = 1;
    private Instant recoversFrom = Instant.EPOCH;

    /** From 0.01 to 1. */
    double part(Instant now) {
        double waited = Math.max(0, Duration.between(recoversFrom, now).toMillis());
        return Math.min(1, part + waited / RECOVERY.toMillis());
    }

    /**
     * Counts once for all requests that were under way together: each of them says the same.
     *
     * @param sentAt     when the request was sent that Braze refused
     * @param recoversAt when Braze takes requests again
     */
    void limited(Instant sentAt, Instant recoversAt) {
        if (sentAt.isBefore(recoversFrom)) {
            return;
        }
        part = Math.max(LEAST, part(sentAt) / 2);
        recoversFrom = recoversAt;
    }
}
