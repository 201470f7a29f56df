package com.iterate.relay.deliveries;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What is remembered of deliveries, and for how long. */
@ConfigMapping(prefix = "relay.deliveries")
public interface DeliveriesConfig {

    /** More than the two weeks for which Kafka keeps an answer, so that none is forgotten while it waits. */
    @WithDefault("30d")
    Duration kept();

    /** One row for each partition that moved: 24 rows a second at most, to say to the second when an answer was accepted. */
    @WithDefault("1s")
    Duration markEvery();

    /**
     * Then one mark a minute is enough: a million rows for the thirty days of 24 partitions that never rest instead of sixty
     * million. Whoever looks for the second does so within the hour.
     */
    @WithDefault("1h")
    Duration thinnedAfter();

    /** Notes gather for so long. Their answers wait for them; fifty writes a second is what a small database bears with ease. */
    @WithDefault("20ms")
    Duration gather();

    /** In one write; the rest goes with the next. */
    @WithDefault("5000")
    int notesAtOnce();

    /** Until the database is asked again after it failed. */
    @WithDefault("1s")
    Duration retry();

    /**
     * For so long an answer with a newer one on the profile waits for its note. Longer, and a database that is away would hold up
     * whoever answers behind it.
     */
    @WithDefault("5s")
    Duration patience();

    /** Notes that may wait without anybody waiting for them: as many as the window has records, and about 4 MB. */
    @WithDefault("20000")
    int mostWaiting();

    /** How often what is older than {@link #kept} is looked for. */
    @WithDefault("1m")
    Duration pruneEvery();

    /** Rows that are deleted at once, of marks for each partition: some ten milliseconds, and nobody waits for them. */
    @WithDefault("1000")
    int pruneRows();

    /** Positions that one question may name. */
    @WithDefault("1000")
    int mostPositions();
}
