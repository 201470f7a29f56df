package com.iterate.sandbox.secrets;

import java.security.SecureRandom;
import java.util.Base64;

/** What nobody can guess, as text. */
final class RandomText {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** AES-256 and HMAC-SHA256 alike. */
    private static final int KEY_BYTES = 32;

    /** 96 bits, 16 characters to type. */
    private static final int PASSWORD_BYTES = 12;

    private RandomText() {}

    static byte[] keyBytes() {
        return bytes(KEY_BYTES);
    }

    static String key() {
        return Base64.getEncoder().encodeToString(keyBytes()) + "\n";
    }

    /** For a person. */
    static String password() {
        return text(PASSWORD_BYTES);
    }

    /** For a program, which does not mind the length. */
    static String longPassword() {
        return text(KEY_BYTES);
    }

    static int keyId() {
        return RANDOM.nextInt(1, Integer.MAX_VALUE);
    }

    private static String text(int bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(bytes));
    }

    private static byte[] bytes(int count) {
        byte[] random = new byte[count];
        RANDOM.nextBytes(random);
        return random;
    }
}
