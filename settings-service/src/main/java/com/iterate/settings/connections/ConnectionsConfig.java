package com.iterate.settings.connections;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** What a connection may be, and what encrypts it. */
@ConfigMapping(prefix = "settings.connections")
public interface ConnectionsConfig {

    /** Tink JSON keyset (AES256_GCM): the primary key encrypts, all of them decrypt. */
    Path keysFile();

    /** Origins (scheme, host, port) besides Braze's own hosts. Only these may be plain HTTP or in a private network. */
    Optional<Set<String>> allowedOrigins();

    /** The relay, which knows whether answers wait. */
    URI relayUrl();

    /** Somebody waits for a page; without an answer we ask them instead of the relay. */
    @WithDefault("1s")
    Duration relayTimeOut();
}
