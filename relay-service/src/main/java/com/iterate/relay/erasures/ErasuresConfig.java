package com.iterate.relay.erasures;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** How people are kept erased. */
@ConfigMapping(prefix = "relay.erasures")
public interface ErasuresConfig {

    /** Lines of base64, each a key of 32 bytes or more. A key stays in it for 98 days after a newer one was put before it. */
    @WithDefault("${ERASURE_KEYS_FILE}")
    Path keysFile();

    /** How long another relay may go on sending answers of somebody who was just erased. */
    @WithDefault("2s")
    Duration refresh();
}
