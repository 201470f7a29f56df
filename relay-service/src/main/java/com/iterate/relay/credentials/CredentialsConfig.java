package com.iterate.relay.credentials;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** How the relay learns a company's Braze connection. */
@ConfigMapping(prefix = "relay.credentials")
public interface CredentialsConfig {

    /** Where settings-service answers {@code /internal}. In a cluster https: keys travel on it. */
    @WithDefault("${SETTINGS_INTERNAL_URL:${SETTINGS_SERVICE_URL}}")
    URI settingsInternalUrl();

    /** PEM, one authority or more, which alone are believed there; without it those of the JVM. Read once: restart to change. */
    @WithDefault("${INTERNAL_CA_FILE:}")
    Optional<Path> internalCaFile();

    /** Private JWKS; its first EC P-256 key signs. Read once: restart to rotate. */
    @WithDefault("${RELAY_KEYS_FILE}")
    Path relayKeysFile();

    /** One row by its key takes milliseconds; what takes longer is better asked again. */
    @WithDefault("2s")
    Duration requestTimeout();

    /** Enough for a thousand companies' first question within a second. */
    @WithDefault("8")
    int connections();

    /** Regardless of announcements, in case one was missed. */
    @WithDefault("60s")
    Duration refresh();

    /** An unknown or unconnected company is asked about again after this: it may have just been made. */
    @WithDefault("5s")
    Duration negativeFor();

    /** Not asked about for so long, a company is forgotten. Longer than any lane waits between two questions. */
    @WithDefault("1h")
    Duration idle();

    /** At most; about 1 kB each. The one asked about longest ago goes first. */
    @WithDefault("10000")
    int companies();

    /** After the first failure; doubled with each further one. */
    @WithDefault("500ms")
    Duration firstRetry();

    /** Soon enough after an outage, seldom enough in it: ten relays of a thousand companies ask 333 times a second. */
    @WithDefault("30s")
    Duration longestRetry();
}
