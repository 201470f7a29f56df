package com.iterate.relay.braze;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How Braze is called. */
@ConfigMapping(prefix = "relay.braze")
public interface BrazeConfig {

    /** Origins besides Braze's own hosts; only these may be http or lead to a private address. */
    @WithDefault("${BRAZE_ALLOWED_ORIGINS:}")
    Optional<List<URI>> allowedOrigins();

    /** From a free place in the pool to TCP and TLS done: two round trips round the world and one lost packet. */
    @WithDefault("3s")
    Duration connectTimeout();

    /**
     * Everything, from looking up the name to the last byte. Braze answers in 50 to 100 ms; clients that waited longer than
     * 10 s mostly waited in vain.
     */
    @WithDefault("10s")
    Duration requestTimeout();

    /** Below the 75 s after which a stock NGINX closes an idle connection, so that we close it and not they. */
    @WithDefault("30s")
    Duration keepAlive();

    /**
     * Per host. 1,000 requests/s (Braze's burst limit) of 100 ms each; more than 200 found servers' idle limits and failed
     * requests (measured).
     */
    @WithDefault("128")
    int connectionsPerHost();

    /** Requests that wait for a connection, per host: four for each. Lanes limit themselves before this does. */
    @WithDefault("512")
    int waitingPerHost();

    /** A reply to 75 objects with an error for each is about 15 KB. */
    @WithDefault("262144")
    int replyBytes();

    /** How long a checked address is used without looking again: Braze's own DNS records live 60 to 300 s. */
    @WithDefault("30s")
    Duration addressesKept();

    /** Braze asks for an own product name and version. */
    @WithDefault("iterate-relay/${quarkus.application.version:dev}")
    String userAgent();
}
