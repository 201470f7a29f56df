package com.iterate.survey.publishing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** How long a respondent waits for Kafka before we say "not yet". */
@ConfigMapping(prefix = "survey.publishing")
public interface PublishingConfig {

    @WithDefault("${KAFKA_BOOTSTRAP_SERVERS}")
    String bootstrapServers();

    /**
     * Lines of base64, each a key of at least 32 bytes: the first seals new response tokens, all open old ones.
     */
    @WithDefault("${RESPONSE_KEYS_FILE}")
    Path keysFile();

    /** For the acknowledgement, retries included. A healthy cluster needs 10 ms, a new partition leader about a second. */
    @WithDefault("1500ms")
    Duration deliveryTimeout();

    /** For one attempt. Must leave room for a second one within the delivery timeout. */
    @WithDefault("700ms")
    Duration requestTimeout();

    /** For metadata and buffer memory, which block the caller. Kafka's default of a minute would hold a page for as long. */
    @WithDefault("500ms")
    Duration maxBlock();

    /**
     * Calls that wait at once. With Kafka away each holds a worker thread for up to two seconds; of the 200 that Quarkus has,
     * half stay free to show pages.
     */
    @WithDefault("100")
    int maxWaiting();

    /** Shutdown waits this long for what is still on its way. The delivery timeout bounds it anyway. */
    @WithDefault("3s")
    Duration closeTimeout();
}
