package com.iterate.relay.health;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When the relay counts as stuck. */
@ConfigMapping(prefix = "relay.health")
public interface HealthConfig {

    /** How often the loop shows that it lives. A timer a second costs nothing beside a thousand requests. */
    @WithDefault("1s")
    Duration beat();

    /** A task on the loop takes milliseconds, the longest garbage collection of a small heap one second: ten of them mean stuck. */
    @WithDefault("10s")
    Duration longestSilence();

    /**
     * The polling thread may stand still while a rebalance waits for requests in flight. After this time, Kafka's own
     * {@code max.poll.interval.ms}, the group has given our partitions away, and a consumer that came back would be a stranger.
     */
    @WithDefault("5m")
    Duration longestWithoutPoll();
}
