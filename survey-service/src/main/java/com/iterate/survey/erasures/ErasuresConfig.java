package com.iterate.survey.erasures;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** How people are kept erased. */
@ConfigMapping(prefix = "survey.erasures")
public interface ErasuresConfig {

    /** Lines of base64, each a key of 32 bytes or more. A key stays in it for 98 days after a newer one was put before it. */
    @WithDefault("${ERASURE_KEYS_FILE}")
    Path keysFile();

    /** The projector asks in its own transaction anyway; this only drops what is kept no longer. */
    @WithDefault("1m")
    Duration refresh();
}
