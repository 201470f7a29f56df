package com.iterate.settings.credentials;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** How the relay proves itself. */
@ConfigMapping(prefix = "settings.credentials")
public interface CredentialsConfig {

    /** JWKS with the relay's public keys. */
    Path relayPublicKeysFile();

    /** The longest life of a relay's token: it makes one for each call, so that a copied one is soon worthless. */
    @WithDefault("60s")
    Duration longestLife();

    /** Clocks that are kept in step by NTP differ by less. */
    @WithDefault("5s")
    Duration clockSkew();
}
