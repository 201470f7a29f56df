package com.iterate.settings.announcements;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How changes get to Kafka. */
@ConfigMapping(prefix = "settings.announcements")
public interface AnnouncementsConfig {

    String bootstrapServers();

    /** For a batch to be acknowledged: its rows are locked meanwhile, and nobody waits for it but the next attempt. */
    @WithDefault("5s")
    Duration timeOut();

    /** Announcements in one transaction. More than people make in a second. */
    @WithDefault("100")
    int batch();

    BackOff backOff();

    /** After a failure. */
    interface BackOff {

        @WithDefault("1s")
        Duration shortest();

        /** Kafka is back, and ten seconds later every relay knows; they look by themselves once a minute in any case. */
        @WithDefault("10s")
        Duration longest();
    }
}
