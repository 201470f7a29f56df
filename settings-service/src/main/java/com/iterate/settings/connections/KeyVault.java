package com.iterate.settings.connections;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/**
 * Encrypts Braze keys for the database. The company's id is sealed in, so that a ciphertext moved to another company's row
 * does not open.
 */
@Startup
@Singleton
public class KeyVault {

    private final Aead cipher;

    @Inject
    KeyVault(ConnectionsConfig config) {
        this(read(config.keysFile()));
    }

    KeyVault(KeysetHandle keys) {
        try {
            AeadConfig.register();
            this.cipher = keys.getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException notForEncryption) {
            throw new IllegalStateException(
                    "CONNECTION_KEYS_FILE must hold a keyset of AES256_GCM keys", notForEncryption);
        }
    }

    SealedKey seal(String companyId, ApiKey key) {
        try {
            return new SealedKey(cipher.encrypt(bytes(key.value()), bytes(companyId)), key.ending());
        } catch (GeneralSecurityException impossibleWithGoodKeys) {
            throw new IllegalStateException(impossibleWithGoodKeys);
        }
    }

    public ApiKey open(Connection.Connected connection) {
        try {
            byte[] key = cipher.decrypt(connection.encryptedKey(), bytes(connection.companyId()));
            return new ApiKey(new String(key, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException wrongKeys) {
            throw new IllegalStateException(
                    "The Braze key of company " + connection.companyId()
                            + " cannot be decrypted: CONNECTION_KEYS_FILE lacks the key that encrypted it",
                    wrongKeys);
        }
    }

    private static KeysetHandle read(Path file) {
        try {
            AeadConfig.register();
            return TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(file), InsecureSecretKeyAccess.get());
        } catch (IOException unreadable) {
            throw new IllegalStateException(
                    "CONNECTION_KEYS_FILE names " + file + ", which cannot be read", unreadable);
        } catch (GeneralSecurityException broken) {
            // Its message may quote the file.
            throw new IllegalStateException("CONNECTION_KEYS_FILE names " + file + ", which is not a Tink JSON keyset");
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
