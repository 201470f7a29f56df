package com.iterate.benchmarks.contenders;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** The key with which the relay hashes the ids of erased people, of whom there are none. */
final class ErasureKey {

    private ErasureKey() {}

    static Path in(Path folder) {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        try {
            return Files.writeString(
                    folder.resolve("erasure-keys"), Base64.getEncoder().encodeToString(key));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
