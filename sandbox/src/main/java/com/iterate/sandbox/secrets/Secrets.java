package com.iterate.sandbox.secrets;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** The files that the services are pointed to. */
public record Secrets(Path directory) {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** AES-256 and HMAC-SHA256 alike. */
    private static final int KEY_BYTES = 32;

    /** 96 bits, 16 characters to type. */
    private static final int PASSWORD_BYTES = 12;

    public static Secrets in(Path directory) {
        Secrets secrets = new Secrets(directory);
        if (!Files.exists(secrets.operatorPassword())) {
            try {
                Files.createDirectories(directory);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot make the folder for secrets", e);
            }
            secrets.make();
        }
        if (!Files.exists(secrets.erasureKeys())) {
            // By itself: a folder from before there were erasures has all others.
            write(secrets.erasureKeys(), key());
        }
        return secrets;
    }

    public Path sessionKeys() {
        return directory.resolve("session-keys.json");
    }

    public Path relayKeys() {
        return directory.resolve("relay-keys.json");
    }

    public Path relayPublicKeys() {
        return directory.resolve("relay-public-keys.json");
    }

    public Path connectionKeys() {
        return directory.resolve("connection-keys.json");
    }

    public Path responseKeys() {
        return directory.resolve("response-keys");
    }

    public Path erasureKeys() {
        return directory.resolve("erasure-keys");
    }

    public Path operatorPassword() {
        return directory.resolve("operator-password");
    }

    public Path memberPassword() {
        return directory.resolve("member-password");
    }

    public String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void make() {
        SigningKey sessions = SigningKey.generate();
        SigningKey relay = SigningKey.generate();
        write(sessionKeys(), sessions.privateSet().encode());
        write(relayKeys(), relay.privateSet().encode());
        write(relayPublicKeys(), relay.publicSet().encode());
        write(connectionKeys(), tinkKeyset().encode());
        write(responseKeys(), key());
        write(memberPassword(), password());
        // Last: its presence says that all are there.
        write(operatorPassword(), password());
    }

    /** Tink's JSON form of one AES256_GCM key: the value is the protobuf message AesGcmKey, field 3 holding 32 bytes. */
    private static JsonObject tinkKeyset() {
        int id = RANDOM.nextInt(1, Integer.MAX_VALUE);
        byte[] message = ByteBuffer.allocate(2 + KEY_BYTES)
                .put((byte) 0x1a)
                .put((byte) KEY_BYTES)
                .put(random(KEY_BYTES))
                .array();
        return new JsonObject()
                .put("primaryKeyId", id)
                .put(
                        "key",
                        new JsonArray()
                                .add(new JsonObject()
                                        .put(
                                                "keyData",
                                                new JsonObject()
                                                        .put(
                                                                "typeUrl",
                                                                "type.googleapis.com/google.crypto.tink.AesGcmKey")
                                                        .put(
                                                                "value",
                                                                Base64.getEncoder()
                                                                        .encodeToString(message))
                                                        .put("keyMaterialType", "SYMMETRIC"))
                                        .put("status", "ENABLED")
                                        .put("keyId", id)
                                        .put("outputPrefixType", "TINK")));
    }

    private static String key() {
        return Base64.getEncoder().encodeToString(random(KEY_BYTES)) + "\n";
    }

    private static String password() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random(PASSWORD_BYTES));
    }

    private static byte[] random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return random;
    }

    private static void write(Path file, String text) {
        try {
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
