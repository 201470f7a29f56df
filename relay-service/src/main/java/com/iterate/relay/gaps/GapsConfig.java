package com.iterate.relay.gaps;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How companies that were skipped in the log are caught up. */
@ConfigMapping(prefix = "relay.gaps")
public interface GapsConfig {

    /** How often lanes are looked at and places remembered. A crash sends at most this much again. */
    @WithDefault("1s")
    Duration review();

    /** How often room in the lanes is filled from the log: 1,250 records a company each time is more than Braze takes. */
    @WithDefault("20ms")
    Duration round();

    /** Records of all gaps together in the lanes, beside the live reader's window: a quarter of it. */
    @WithDefault("5000")
    int recordsAhead();

    /** What each company may have in any case, so that none waits for another: one full request. */
    @WithDefault("75")
    int recordsAheadEach();

    /** Threads that read, each with a consumer of its own. Two: a slow partition leaves one for the others. */
    @WithDefault("2")
    int readers();

    /** How long a reader stays with one partition while others wait. */
    @WithDefault("200ms")
    Duration timeSlice();

    /** Records that may come in while a gap is closing; with more of them it goes on reading first. */
    @WithDefault("1000")
    int meetingRecords();

    /** How close to the live position a gap begins to close: two polls. */
    @WithDefault("1000")
    long meetingDistance();

    /** Half of the 14 days that the topic keeps an answer: time enough left to call the company. */
    @WithDefault("168h")
    Duration alarm();

    /** 80 % of them: what is older is dead-lettered before Kafka deletes it. */
    @WithDefault("268h")
    Duration expiry();

    /** Until the database is asked again after it failed: doubled by chance, never longer. */
    @WithDefault("500ms")
    Duration retry();
}
