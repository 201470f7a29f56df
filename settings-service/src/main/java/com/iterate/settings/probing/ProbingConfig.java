package com.iterate.settings.probing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How patiently a connection is tested while somebody looks at the page. */
@ConfigMapping(prefix = "settings.probing")
public interface ProbingConfig {

    /** Braze is three network hops away at most; what does not connect in this time is not there. */
    @WithDefault("3s")
    Duration connect();

    /** For the whole answer. Braze answers in well under a second; a person waits no longer than this. */
    @WithDefault("10s")
    Duration timeOut();
}
