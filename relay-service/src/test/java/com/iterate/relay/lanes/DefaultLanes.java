package com.iterate.relay.lanes;

import java.time.Duration;

/** The configuration as it is without any settings. */
public record DefaultLanes() implements LanesConfig {

    @Override
    public int objectsPerRequest() {
        return 75;
    }

    @Override
    public int bytesPerRequest() {
        return 3_500_000;
    }

    @Override
    public int requestsInFlight() {
        return 16;
    }

    @Override
    public Duration linger() {
        return Duration.ofMillis(50);
    }

    @Override
    public Duration settle() {
        return Duration.ofSeconds(3);
    }

    @Override
    public Duration firstBackoff() {
        return Duration.ofSeconds(1);
    }

    @Override
    public Duration longestBackoff() {
        return Duration.ofSeconds(60);
    }

    @Override
    public Duration suspendedProbe() {
        return Duration.ofSeconds(60);
    }

    @Override
    public int failuresAlone() {
        return 3;
    }

    @Override
    public Duration expiry() {
        return Duration.ofHours(268);
    }
}
