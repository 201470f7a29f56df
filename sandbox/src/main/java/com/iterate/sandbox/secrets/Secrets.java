package com.iterate.sandbox.secrets;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** The files that the services are pointed to. */
public record Secrets(Path directory) {

    /** Makes those that are missing. */
    public static Secrets in(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the folder for secrets", e);
        }
        Secrets secrets = new Secrets(directory);
        secrets.make();
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
        new SecretFile(sessionKeys())
                .unlessThere(() -> SigningKey.generate().privateSet().encode());
        new SecretFile(relayKeys())
                .unlessThere(() -> SigningKey.generate().privateSet().encode());
        new SecretFile(relayPublicKeys()).unlessThere(this::publicPartOfRelayKeys);
        new SecretFile(connectionKeys()).unlessThere(() -> tinkKeyset().encode());
        new SecretFile(responseKeys()).unlessThere(RandomText::key);
        new SecretFile(erasureKeys()).unlessThere(RandomText::key);
        new SecretFile(memberPassword()).unlessThere(RandomText::password);
        new SecretFile(operatorPassword()).unlessThere(RandomText::password);
    }

    private String publicPartOfRelayKeys() {
        return new SigningKey(new JsonObject(read(relayKeys()))).publicSet().encode();
    }

    /** Tink's JSON form of one AES256_GCM key: the value is the protobuf message AesGcmKey, field 3 holding 32 bytes. */
    private static JsonObject tinkKeyset() {
        int id = RandomText.keyId();
        byte[] key = RandomText.keyBytes();
        byte[] message = ByteBuffer.allocate(2 + key.length)
                .put((byte) 0x1a)
                .put((byte) key.length)
                .put(key)
                .array();
        JsonObject data = new JsonObject()
                .put("typeUrl", "type.googleapis.com/google.crypto.tink.AesGcmKey")
                .put("value", Base64.getEncoder().encodeToString(message))
                .put("keyMaterialType", "SYMMETRIC");
        JsonObject entry = new JsonObject()
                .put("keyData", data)
                .put("status", "ENABLED")
                .put("keyId", id)
                .put("outputPrefixType", "TINK");
        return new JsonObject().put("primaryKeyId", id).put("key", new JsonArray().add(entry));
    }
}
