package com.iterate.survey.respond;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What one address may do, and how we say "later". */
@ConfigMapping(prefix = "survey.respond")
public interface RespondConfig {

    /**
     * Answers that one address may send in a minute, and at once after a pause. A whole office or a mobile carrier's gateway is
     * one address: 600 is a hundred people who answer every ten seconds. Another service that sends more publishes onto Kafka.
     */
    @WithDefault("600")
    int answersPerMinute();

    /** Addresses remembered; the one unseen for longest is forgotten. A bucket takes some 200 bytes, so all take 10 MB. */
    @WithDefault("50000")
    int addresses();

    /** Told to who could not be served: a new leader of a Kafka partition is found in about two seconds. */
    @WithDefault("2s")
    Duration retryAfter();

    /** How often counts of broken links are written. A warning is read by people: seconds old is fresh. */
    @WithDefault("2s")
    Duration warningsEvery();
}
