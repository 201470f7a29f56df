package com.iterate.relay.guard;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long it is remembered what was sent to people with dead letters. */
@ConfigMapping(prefix = "relay.guard")
public interface GuardConfig {

    /** After a person's last letter is closed: as long as the topic of the answers still has what somebody could put back by hand. */
    @WithDefault("336h")
    Duration keptFor();

    /** How often it is looked whose letters are closed. Nothing waits for it; it keeps the table, and then memory, small. */
    @WithDefault("6h")
    Duration sweep();

    /** A letter is in the view within seconds; if reading the topic stands still for longer, people are guarded on all the same. */
    @WithDefault("1h")
    Duration unseenFor();

    /** Until the database is asked again after it failed: doubled by chance, never longer. */
    @WithDefault("500ms")
    Duration retry();
}
