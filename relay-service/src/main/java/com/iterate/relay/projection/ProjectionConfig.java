package com.iterate.relay.projection;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How dead letters are read into the view. */
@ConfigMapping(prefix = "relay.projection")
public interface ProjectionConfig {

    @WithDefault("${kafka.bootstrap.servers}")
    String bootstrapServers();

    /** The consumer group: partitions are divided by it. Positions are kept in the database. */
    @WithDefault("relay-service-dead-letters")
    String group();

    /** One transaction: large enough that a million letters are read within minutes. */
    @WithDefault("500")
    int lettersPerBatch();

    /** Bytes of one fetch, which bounds what is held: two of these, and a copy on the way out, of a heap of 256 MB. */
    @WithDefault("4194304")
    int bytesPerFetch();

    /** First pause after a failed write or a lost broker; doubled each time, less up to half at random. */
    @WithDefault("500ms")
    Duration firstPause();

    /** Far below {@code max.poll.interval.ms} (five minutes), so that waiting never costs us our partitions. */
    @WithDefault("30s")
    Duration longestPause();

    /** A stop waits this long for the batch in hand; a batch that does not make it is read again. */
    @WithDefault("5s")
    Duration stopTimeout();

    /** As long as the topic keeps them: what Kafka has forgotten goes from the view as well. */
    @WithDefault("90d")
    Duration kept();

    /** How often what is older is looked for. */
    @WithDefault("1h")
    Duration cleanUp();
}
