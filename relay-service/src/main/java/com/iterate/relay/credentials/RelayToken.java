package com.iterate.relay.credentials;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** The relay's proof of itself: signed for one company, for one minute. */
final class RelayToken {

    private static final long LIFE_SECONDS = 60;

    private final EllipticCurveJsonWebKey key;

    private RelayToken(EllipticCurveJsonWebKey key) {
        this.key = key;
    }

    /** @throws IllegalStateException saying what is wrong with the file, and nothing of what is in it */
    static RelayToken signedWith(Path keysFile) {
        try {
            return new JsonWebKeySet(Files.readString(keysFile))
                    .getJsonWebKeys().stream()
                            .filter(EllipticCurveJsonWebKey.class::isInstance)
                            .map(EllipticCurveJsonWebKey.class::cast)
                            .filter(key -> key.getPrivateKey() != null
                                    && key.getCurveName().equals("P-256"))
                            .filter(key -> key.getKeyId() != null)
                            .findFirst()
                            .map(RelayToken::new)
                            .orElseThrow(() -> new IllegalStateException("RELAY_KEYS_FILE " + keysFile
                                    + " holds no private EC key of the curve P-256 with a kid"));
        } catch (IOException unreadable) {
            throw new IllegalStateException("RELAY_KEYS_FILE " + keysFile + " cannot be read", unreadable);
        } catch (JoseException noKeySet) {
            // The cause would quote the file.
            throw new IllegalStateException("RELAY_KEYS_FILE " + keysFile + " holds no JSON Web Key Set");
        }
    }

    String forCompany(String companyId, Instant now) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer("relay-service");
        claims.setSubject("relay-service");
        claims.setAudience("settings-service");
        claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(now.getEpochSecond() + LIFE_SECONDS));
        claims.setStringClaim("company", companyId);
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        signature.setHeader("typ", "JWT");
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setKey(key.getPrivateKey());
        signature.setPayload(claims.toJson());
        try {
            return signature.getCompactSerialization();
        } catch (JoseException noSuchAlgorithm) {
            throw new IllegalStateException("this JVM cannot sign with ES256", noSuchAlgorithm);
        }
    }
}
