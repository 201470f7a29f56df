package com.iterate.settings.sessions;

import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;

/** The keys that sign sessions. To rotate: append the new key, wait until all services have fetched it, move it to the front. */
@Startup
@Singleton
class SessionKeys {

    private final JsonWebKeySet keys;
    private final EllipticCurveJsonWebKey signing;

    @Inject
    SessionKeys(SessionsConfig config) {
        this(read(config.keysFile()));
    }

    SessionKeys(JsonWebKeySet keys) {
        if (keys.getJsonWebKeys().isEmpty()
                || !(keys.getJsonWebKeys().get(0) instanceof EllipticCurveJsonWebKey first)
                || first.getPrivateKey() == null
                || first.getKeyId() == null) {
            throw new IllegalStateException(
                    "SESSION_KEYS_FILE must hold a JWKS whose first key is a private EC P-256 key with a kid");
        }
        this.keys = keys;
        this.signing = first;
    }

    PrivateKey signingKey() {
        return signing.getEcPrivateKey();
    }

    String signingKeyId() {
        return signing.getKeyId();
    }

    /** The JWKS that everybody may read. */
    String publicKeySet() {
        return keys.toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
    }

    private static JsonWebKeySet read(Path file) {
        try {
            return new JsonWebKeySet(Files.readString(file));
        } catch (IOException unreadable) {
            throw new IllegalStateException("SESSION_KEYS_FILE names " + file + ", which cannot be read", unreadable);
        } catch (JoseException broken) {
            // Its message may quote the file.
            throw new IllegalStateException("SESSION_KEYS_FILE names " + file + ", which is not a JWKS");
        }
    }
}
