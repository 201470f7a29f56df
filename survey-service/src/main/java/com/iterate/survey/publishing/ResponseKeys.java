package com.iterate.survey.publishing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

/**
 * The keys behind response tokens.
 *
 * @param keys the first seals, all open
 */
record ResponseKeys(List<byte[]> keys) {

    /** As long as the hash of HMAC-SHA256: shorter ones weaken it (RFC 2104). */
    private static final int LEAST_BYTES = 32;

    ResponseKeys {
        keys = List.copyOf(keys);
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("there is no key; put one line from `openssl rand -base64 32` into it");
        }
    }

    static ResponseKeys read(Path file) {
        try {
            return new ResponseKeys(Files.readAllLines(file).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(ResponseKeys::key)
                    .toList());
        } catch (IOException unreadable) {
            throw new IllegalStateException(
                    "RESPONSE_KEYS_FILE " + file + " cannot be read; make it with `openssl rand -base64 32`",
                    unreadable);
        } catch (IllegalArgumentException broken) {
            throw new IllegalStateException("RESPONSE_KEYS_FILE " + file + ": " + broken.getMessage());
        }
    }

    private static byte[] key(String line) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(line);
        } catch (IllegalArgumentException notBase64) {
            // Its message would show a part of the key.
            throw new IllegalArgumentException("a line is not base64; use `openssl rand -base64 32`");
        }
        if (key.length < LEAST_BYTES) {
            throw new IllegalArgumentException("a key is shorter than 32 bytes; use `openssl rand -base64 32`");
        }
        return key;
    }

    @Override
    public String toString() {
        return "ResponseKeys[" + keys.size() + "]";
    }
}
