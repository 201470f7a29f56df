package com.iterate.sandbox.secrets;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.UUID;

/** An EC P-256 key for ES256, as the JSON web key sets of RFC 7517. */
record SigningKey(JsonObject privateSet) {

    /** Bytes of a coordinate of P-256. */
    private static final int COORDINATE = 32;

    static SigningKey generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return of(generator.generateKeyPair());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has P-256", impossible);
        }
    }

    private static SigningKey of(KeyPair pair) {
        ECPublicKey open = (ECPublicKey) pair.getPublic();
        JsonObject key = new JsonObject()
                .put("kty", "EC")
                .put("crv", "P-256")
                .put("alg", "ES256")
                .put("use", "sig")
                .put("kid", UUID.randomUUID().toString())
                .put("x", base64(open.getW().getAffineX()))
                .put("y", base64(open.getW().getAffineY()))
                .put("d", base64(((ECPrivateKey) pair.getPrivate()).getS()));
        return new SigningKey(new JsonObject().put("keys", new JsonArray().add(key)));
    }

    /** What others verify with. */
    JsonObject publicSet() {
        JsonObject open = privateSet.copy();
        open.getJsonArray("keys").forEach(key -> ((JsonObject) key).remove("d"));
        return open;
    }

    /** Always 32 bytes: leading zeros belong to a coordinate, a sign byte does not. */
    private static String base64(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] fixed = new byte[COORDINATE];
        int length = Math.min(bytes.length, COORDINATE);
        System.arraycopy(bytes, bytes.length - length, fixed, COORDINATE - length, length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(fixed);
    }
}
