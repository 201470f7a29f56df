package com.iterate.startup;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Settings of a service that exists in these tests only. */
@ConfigMapping(prefix = "house.lamp")
public interface LampConfig {

    @WithDefault("${SWITCH_URL}")
    URI url();

    @WithDefault("20")
    int brightness();

    @WithDefault("2s")
    Duration fade();

    @WithDefault("10s")
    Duration longestFade();

    Optional<Duration> night();

    Fuse fuse();

    /** A group in a group. */
    interface Fuse {

        @WithDefault("16")
        long ampere();
    }
}
