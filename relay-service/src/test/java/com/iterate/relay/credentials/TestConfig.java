package com.iterate.relay.credentials;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** The defaults, with what a test has to choose. */
record TestConfig(URI settingsServiceUrl, Path relayKeysFile, Duration requestTimeout, int companies)
        implements CredentialsConfig {

    TestConfig(int companies) {
        this(URI.create("http://unused.test"), Path.of("unused"), Duration.ofSeconds(2), companies);
    }

    @Override
    public int connections() {
        return 4;
    }

    @Override
    public Duration refresh() {
        return Duration.ofSeconds(60);
    }

    @Override
    public Duration negativeFor() {
        return Duration.ofSeconds(5);
    }

    @Override
    public Duration idle() {
        return Duration.ofHours(1);
    }

    @Override
    public Duration firstRetry() {
        return Duration.ofMillis(500);
    }

    @Override
    public Duration longestRetry() {
        return Duration.ofSeconds(30);
    }
}
