package com.iterate.settings.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class KeyVaultTest {

    private static final ApiKey KEY = new ApiKey("good-1234567890");

    @BeforeAll
    static void tink() throws GeneralSecurityException {
        AeadConfig.register();
    }

    @Test
    void what_is_sealed_opens_again_and_does_not_show() throws GeneralSecurityException {
        KeyVault vault = new KeyVault(newKeys());

        SealedKey sealed = vault.seal("acme", KEY);

        assertThat(new String(sealed.encrypted(), StandardCharsets.ISO_8859_1)).doesNotContain("good-");
        assertThat(vault.open(connected("acme", sealed))).isEqualTo(KEY);
    }

    @Test
    void a_key_moved_to_another_company_does_not_open() throws GeneralSecurityException {
        KeyVault vault = new KeyVault(newKeys());
        SealedKey sealed = vault.seal("acme", KEY);

        assertThatThrownBy(() -> vault.open(connected("globex", sealed)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("CONNECTION_KEYS_FILE");
    }

    @Test
    void after_a_rotation_the_old_ones_open_too() throws GeneralSecurityException {
        KeysetHandle old = newKeys();
        SealedKey sealed = new KeyVault(old).seal("acme", KEY);

        KeysetHandle rotated = KeysetHandle.newBuilder(old)
                .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                        .withRandomId()
                        .makePrimary())
                .build();

        assertThat(new KeyVault(rotated).open(connected("acme", sealed))).isEqualTo(KEY);
    }

    private static KeysetHandle newKeys() throws GeneralSecurityException {
        return KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
    }

    private static Connection.Connected connected(String company, SealedKey key) {
        return new Connection.Connected(
                company,
                1,
                new BrazeEndpoint("https://rest.iad-01.braze.com"),
                key.encrypted(),
                key.ending(),
                Rate.OF_BRAZE,
                Optional.empty(),
                Optional.empty());
    }
}
