package com.iterate.erasures;

import com.iterate.contracts.Respondent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Hashes people with HMAC-SHA-256. A plain hash would not do: ids are few enough to be tried one after the other. A key has to
 * stay in its file for as long as the list may hold hashes that were made with it.
 */
public final class ErasureKeys {

    /** As long as the hash: shorter ones weaken it (RFC 2104). */
    private static final int LEAST_BYTES = 32;

    private final List<Mac> macs;

    private ErasureKeys(List<Mac> macs) {
        this.macs = macs;
    }

    /**
     * @param file lines of base64, each a key of 32 bytes or more: the first is for new entries, all find old ones
     * @throws IllegalStateException saying what is wrong with the file, and nothing of what is in it
     */
    public static ErasureKeys read(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException unreadable) {
            throw new IllegalStateException(
                    "ERASURE_KEYS_FILE " + file + " cannot be read; make it with `openssl rand -base64 32`",
                    unreadable);
        }
        if (lines.isEmpty()) {
            throw new IllegalStateException("ERASURE_KEYS_FILE " + file
                    + ": there is no key; put one line from `openssl rand -base64 32` into it");
        }
        return new ErasureKeys(lines.stream().map(line -> mac(line, file)).toList());
    }

    /** @return with each of the keys, the one for new entries first; of an anonymous respondent none */
    public List<PersonHash> hashes(String company, Respondent person) {
        if (person instanceof Respondent.Braze braze) {
            return hashes(company + "\0braze\0" + braze.id());
        }
        if (person instanceof Respondent.External external) {
            return hashes(company + "\0external\0" + external.id());
        }
        return List.of();
    }

    /** Ids hold no control characters, so a NUL keeps the parts apart. */
    private List<PersonHash> hashes(String named) {
        byte[] text = named.getBytes(StandardCharsets.UTF_8);
        return macs.stream().map(mac -> hash(mac, text)).toList();
    }

    private static PersonHash hash(Mac mac, byte[] text) {
        // A Mac holds what it is about to hash; its users are threads that meet here seldom.
        synchronized (mac) {
            return PersonHash.of(mac.doFinal(text));
        }
    }

    private static Mac mac(String line, Path file) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(line);
        } catch (IllegalArgumentException notBase64) {
            // Its message would show a part of the key.
            throw new IllegalStateException(
                    "ERASURE_KEYS_FILE " + file + ": a line is not base64; use `openssl rand -base64 32`");
        }
        if (key.length < LEAST_BYTES) {
            throw new IllegalStateException(
                    "ERASURE_KEYS_FILE " + file + ": a key is shorter than 32 bytes; use `openssl rand -base64 32`");
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
