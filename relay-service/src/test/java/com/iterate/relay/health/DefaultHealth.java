package com.iterate.relay.health;

import java.time.Duration;

/** The configuration as it is without any settings. */
public record DefaultHealth() implements HealthConfig {

    @Override
    public Duration beat() {
        return Duration.ofSeconds(1);
    }

    @Override
    public Duration longestSilence() {
        return Duration.ofSeconds(10);
    }

    @Override
    public Duration longestWithoutPoll() {
        return Duration.ofMinutes(5);
    }
}
