package com.iterate.survey.relay;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** Where the relay is, and how long we wait for it. */
@ConfigMapping(prefix = "survey.relay")
public interface RelayConfig {

    @WithDefault("${RELAY_SERVICE_URL}")
    URI url();

    /** Somebody waits for a page of responses: after this it is shown without what the relay knows. */
    @WithDefault("1s")
    Duration timeOut();

    /** An erasure goes through all dead letters of a person, and has to be complete rather than quick. */
    @WithDefault("30s")
    Duration erasureTimeOut();

    /** In one question. Each takes 40 bytes of a body, of which the relay reads 64 KB. */
    @WithDefault("1000")
    int positionsAtOnce();
}
