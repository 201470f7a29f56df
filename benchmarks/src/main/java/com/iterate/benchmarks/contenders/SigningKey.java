package com.iterate.benchmarks.contenders;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** The key with which the relay proves itself to settings-service. The stand-in does not look at the proof. */
final class SigningKey {

    private SigningKey() {}

    static Path in(Path folder) {
        try {
            EllipticCurveJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            key.setKeyId("benchmarks");
            return Files.writeString(
                    folder.resolve("relay-keys.json"),
                    new JsonWebKeySet(key).toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE));
        } catch (JoseException e) {
            throw new IllegalStateException("every JDK has P-256", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
