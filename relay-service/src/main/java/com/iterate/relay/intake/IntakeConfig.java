package com.iterate.relay.intake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much the relay holds, and how often it says how far it is. */
@ConfigMapping(prefix = "relay.intake")
public interface IntakeConfig {

    /** The consumer group: partitions are divided by it, and it knows how far answers are settled. */
    @WithDefault("relay-service")
    String group();

    /**
     * Records read and not finished. An answer stays for some 0.3 s at full speed (gathering 0.1, Braze 0.05, the rest until the
     * slowest of its partition is done and Kafka has acknowledged the commit), so 75,000 answers/s need 22,000 and a margin; with
     * 16,000, 56,000 to 57,000 were measured, with 24,000 as many as with 32,000. In memory they take about a kilobyte each.
     */
    @WithDefault("24000")
    int windowRecords();

    /** Bytes of those records: an eighth of a heap of 256 MB, since decoded they take about three times as much. */
    @WithDefault("33554432")
    long windowBytes();

    /** How often offsets are committed. */
    @WithDefault("200ms")
    Duration commitInterval();

    /** How often it is looked whether a commit is wanted sooner: requests may run only so far ahead of it. 20 ms cost 5 %. */
    @WithDefault("5ms")
    Duration commitCheck();

    /** How long a rebalance or a stop waits for requests in flight: Braze's time-out, and a little for the way back. */
    @WithDefault("12s")
    Duration drain();

    /** How often a relay makes sure that it still belongs to its group, if it has nothing new to commit. */
    @WithDefault("2s")
    Duration proveMembership();

    /**
     * How long Kafka waits for a silent member before its partitions move. Longer than a request to Braze may take, so that a relay
     * which lost touch is quiet by then.
     */
    @WithDefault("20s")
    Duration sessionTimeout();

    /** How often the group hears that the relay lives: six times in the session time-out, so that a few may be lost. */
    @WithDefault("3s")
    Duration heartbeat();

    /** A request that begins may last as long as this: {@code relay.braze.request-timeout}. */
    @WithDefault("${relay.braze.request-timeout:10s}")
    Duration longestRequest();
}
