package com.iterate.relay.credentials;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The defaults, with what a test has to choose. */
record TestConfig(
        URI settingsInternalUrl,
        Optional<Path> internalCaFile,
        Path relayKeysFile,
        Duration requestTimeout,
        int companies)
        implements CredentialsConfig {

    TestConfig(int companies) {
        this(URI.create("http://unused.test"), Optional.empty(), Path.of("unused"), Duration.ofSeconds(2), companies);
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
