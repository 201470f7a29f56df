package com.iterate.sandbox.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    Path directory;

    /** Repeated: a coordinate that begins with a zero byte comes once in 128 keys or so. */
    @RepeatedTest(20)
    void what_the_relays_key_signs_its_public_part_verifies() throws Exception {
        // given
        Secrets secrets = Secrets.in(directory);
        PublicJsonWebKey mine = (PublicJsonWebKey) new JsonWebKeySet(secrets.read(secrets.relayKeys()))
                .getJsonWebKeys()
                .get(0);
        JsonWebKey open = new JsonWebKeySet(secrets.read(secrets.relayPublicKeys()))
                .findJsonWebKey(mine.getKeyId(), null, null, null);
        JsonWebSignature signed = new JsonWebSignature();
        signed.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        signed.setPayload("hello");
        signed.setKey(mine.getPrivateKey());
        // when
        JsonWebSignature read = new JsonWebSignature();
        read.setCompactSerialization(signed.getCompactSerialization());
        read.setKey(open.getKey());
        // then
        assertThat(read.verifySignature()).isTrue();
        assertThat(secrets.read(secrets.relayPublicKeys())).doesNotContain("\"d\"");
    }

    @Test
    void tink_reads_the_connection_keys() throws Exception {
        // given
        AeadConfig.register();
        Secrets secrets = Secrets.in(directory);
        Aead aead = TinkJsonProtoKeysetFormat.parseKeyset(
                        secrets.read(secrets.connectionKeys()), InsecureSecretKeyAccess.get())
                .getPrimitive(RegistryConfiguration.get(), Aead.class);
        byte[] text = "a key".getBytes(StandardCharsets.UTF_8);
        byte[] company = "acme".getBytes(StandardCharsets.UTF_8);
        // when
        byte[] opened = aead.decrypt(aead.encrypt(text, company), company);
        // then
        assertThat(opened).isEqualTo(text);
    }

    @Test
    void they_are_made_once_and_for_their_owner_only() throws Exception {
        // given
        Secrets first = Secrets.in(directory);
        String password = first.read(first.operatorPassword());
        // when
        Secrets again = Secrets.in(directory);
        // then
        assertThat(again.read(again.operatorPassword())).isEqualTo(password);
        assertThat(Base64.getDecoder().decode(again.read(again.responseKeys()))).hasSize(32);
        assertThat(Base64.getDecoder().decode(again.read(again.erasureKeys()))).hasSize(32);
        assertThat(Files.getPosixFilePermissions(again.sessionKeys())).hasSize(2);
    }

    @Test
    void one_that_went_away_is_made_anew_and_the_others_stay() throws Exception {
        // given
        Secrets secrets = Secrets.in(directory);
        String connectionKeys = secrets.read(secrets.connectionKeys());
        String relayPublicKeys = secrets.read(secrets.relayPublicKeys());
        Files.delete(secrets.operatorPassword());
        Files.delete(secrets.relayPublicKeys());
        // when
        Secrets.in(directory);
        // then
        assertThat(secrets.read(secrets.connectionKeys())).isEqualTo(connectionKeys);
        assertThat(secrets.read(secrets.operatorPassword())).hasSize(16);
        // They belong to the relay's private ones, which were there.
        assertThat(secrets.read(secrets.relayPublicKeys())).isEqualTo(relayPublicKeys);
    }

    @Test
    void those_for_containers_are_read_by_whichever_user_a_container_has() throws Exception {
        // when
        ContainerSecrets.in(directory);
        ContainerSecrets.in(directory);
        // then
        try (var files = Files.list(directory)) {
            assertThat(files).hasSize(12).allSatisfy(file -> {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("r--r--r--");
                assertThat(Files.size(file)).isPositive();
            });
        }
    }
}
