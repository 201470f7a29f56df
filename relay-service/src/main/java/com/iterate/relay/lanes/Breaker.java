package com.iterate.relay.lanes;

import com.iterate.relay.lanes.LaneState.Health;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Whether a company's requests may go out: after a failure one at a time, after a wrong key once a minute. */
final class Breaker {

    /** @param until when a next request may be tried */
    record Trouble(Health health, String why, Instant since, Instant until) {}

    private final LanesConfig config;
    private final Backoff backoff;
    private int failures;
    private Optional<Trouble> trouble = Optional.empty();

    Breaker(LanesConfig config, Backoff backoff) {
        this.config = config;
        this.backoff = backoff;
    }

    boolean allows(Instant now) {
        return trouble.isEmpty() || !trouble.get().until().isAfter(now);
    }

    /** Something is wrong, and the next request finds out whether it still is. */
    boolean isProbing() {
        return trouble.isPresent();
    }

    int mostInFlight() {
        return isProbing() ? 1 : config.requestsInFlight();
    }

    Optional<Trouble> trouble() {
        return trouble;
    }

    void answered() {
        failures = 0;
        trouble = Optional.empty();
    }

    /** Requests that were under way together count once: what silenced one of them silenced all. */
    void failed(String why, Instant now) {
        if (!allows(now)) {
            return;
        }
        failures++;
        begin(Health.WAITING, why, now, backoff.after(failures));
    }

    /** Braze says for how long; a little more, so that a thousand lanes do not come back in the same instant. */
    void rateLimited(Duration retryAfter, Instant now) {
        Duration wait = retryAfter.plus(backoff.jittered(Duration.ofMillis(retryAfter.toMillis() / 10 + 1)));
        begin(Health.WAITING, "Braze limits this company's rate (429)", now, wait);
    }

    void suspended(String why, Instant now) {
        begin(Health.SUSPENDED, why, now, backoff.jittered(config.suspendedProbe()));
    }

    void notConnected(Instant now) {
        String why = "No Braze connection is saved for this company";
        begin(Health.NOT_CONNECTED, why, now, backoff.jittered(config.suspendedProbe()));
    }

    private void begin(Health health, String why, Instant now, Duration wait) {
        Instant since = trouble.filter(same -> same.health() == health)
                .map(Trouble::since)
                .orElse(now);
        trouble = Optional.of(new Trouble(health, why, since, now.plus(wait)));
    }
}
