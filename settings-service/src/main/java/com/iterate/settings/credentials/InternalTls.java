package com.iterate.settings.credentials;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** A port that speaks TLS, where a certificate is given: settings of the framework that must be there as a whole or not at all. */
public final class InternalTls implements ConfigSourceFactory {

    public static final String CERTIFICATE_FILE = "INTERNAL_CERTIFICATE_FILE";
    public static final String KEY_FILE = "INTERNAL_KEY_FILE";

    /** Names the certificate that the server shows, if it shows one. */
    static final String CERTIFICATE = "quarkus.http.tls-configuration-name";

    /** Below the service's own file (250), so that every one of them can be set otherwise. */
    private static final int ORDINAL = 200;

    /** A cluster renews a certificate weeks before it ends, and takes a minute itself until the new one is in its file. */
    private static final String LOOKED_AT_EVERY = "1M";

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        Optional<String> certificate = text(context, CERTIFICATE_FILE);
        Optional<String> key = text(context, KEY_FILE);
        return certificate.isPresent() && key.isPresent()
                ? List.of(new PropertiesConfigSource(
                        Map.of(
                                CERTIFICATE,
                                "internal",
                                "quarkus.tls.internal.key-store.pem.0.cert",
                                certificate.get(),
                                "quarkus.tls.internal.key-store.pem.0.key",
                                key.get(),
                                "quarkus.tls.internal.reload-period",
                                LOOKED_AT_EVERY),
                        "the port for /internal",
                        ORDINAL))
                : List.of();
    }

    private static Optional<String> text(ConfigSourceContext context, String variable) {
        return Optional.ofNullable(context.getValue(variable).getValue()).filter(value -> !value.isBlank());
    }
}
