package com.iterate.survey.publishing;

import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals a {@link Pass} so that nobody can change it or read the person's id from it: the token stands in URLs. AES-GCM with a key
 * that HMAC-SHA256 derives from each line of the key file; its tag is compared in constant time by the JDK.
 */
@Startup
@Singleton
public final class ResponseTokens {

    private static final byte[] CONTEXT = "iterate response token v1".getBytes(StandardCharsets.UTF_8);
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    /** An id of 987 bytes and a hundred answered questions fit four times over; more is not ours. */
    private static final int MOST_CHARACTERS = 8_000;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final List<SecretKeySpec> keys;

    @Inject
    ResponseTokens(PublishingConfig config) {
        this(ResponseKeys.read(config.keysFile()));
    }

    ResponseTokens(ResponseKeys keys) {
        this.keys = keys.keys().stream().map(ResponseTokens::derived).toList();
    }

    public String seal(Pass pass) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, keys.get(0), nonce).doFinal(PassCodec.encode(pass));
            byte[] token = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, token, NONCE_BYTES, sealed.length);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Empty for what no key of ours has sealed, and for another survey's token. */
    public Optional<Pass> open(String surveyId, String token) {
        return bytes(token)
                .flatMap(bytes -> keys.stream()
                        .flatMap(key -> opened(key, bytes).stream())
                        .findFirst())
                .flatMap(PassCodec::decode)
                .filter(pass -> pass.surveyId().equals(surveyId));
    }

    private static Optional<byte[]> bytes(String token) {
        if (token.length() > MOST_CHARACTERS) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(token);
            return bytes.length > NONCE_BYTES ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> opened(SecretKeySpec key, byte[] token) {
        byte[] nonce = Arrays.copyOf(token, NONCE_BYTES);
        try {
            return Optional.of(
                    cipher(Cipher.DECRYPT_MODE, key, nonce).doFinal(token, NONCE_BYTES, token.length - NONCE_BYTES));
        } catch (GeneralSecurityException notSealedWithThisKey) {
            return Optional.empty();
        }
    }

    private static Cipher cipher(int mode, SecretKeySpec key, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(CONTEXT);
        return cipher;
    }

    private static SecretKeySpec derived(byte[] key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return new SecretKeySpec(mac.doFinal(CONTEXT), "AES");
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
