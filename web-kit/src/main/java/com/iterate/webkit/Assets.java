package com.iterate.webkit;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Static files on the classpath, addressed by content. */
@Singleton
class Assets {

    /** 48 bits tell the versions of one file apart. */
    private static final int HASH_CHARACTERS = 12;

    /** Grows to the number of files that templates name, no further: a file that does not exist is a fault, not an entry. */
    private final Map<String, String> versions = new ConcurrentHashMap<>();

    String versioned(String path) {
        return path + "?v=" + versions.computeIfAbsent(path, Assets::hash);
    }

    private static String hash(String path) {
        try (InputStream file =
                Thread.currentThread().getContextClassLoader().getResourceAsStream("META-INF/resources" + path)) {
            if (file == null) {
                throw new IllegalArgumentException(
                        "There is no static file " + path + "; check the name in the template");
            }
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(file.readAllBytes());
            return HexFormat.of().formatHex(digest).substring(0, HASH_CHARACTERS);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
