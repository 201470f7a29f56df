package com.iterate.settings;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** Key files as an operator would mount them, and the neighbours that settings-service calls. */
public final class Secrets implements QuarkusTestResourceLifecycleManager {

    static final String RELAY_KEY = "test.relay.key";
    static final String SESSION_KEY = "test.session.key";
    static final String BRAZE = "test.braze";
    static final String OTHER_BRAZE = "test.braze.other";
    static final String OPERATOR = "ops@iterate.test";
    static final String PASSWORD = "correct horse battery";

    private final Neighbours neighbours = new Neighbours();

    @Override
    public Map<String, String> start() {
        try {
            Path folder = Files.createTempDirectory("settings-secrets");
            EllipticCurveJsonWebKey relay = key("relay-1");
            EllipticCurveJsonWebKey session = key("session-1");
            neighbours.start();
            // Tests live in another class loader; properties of the JVM are what both see.
            System.setProperty(RELAY_KEY, relay.toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE));
            System.setProperty(SESSION_KEY, session.toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE));
            System.setProperty(BRAZE, neighbours.braze());
            System.setProperty(OTHER_BRAZE, neighbours.otherBraze());
            Map<String, String> settings = new HashMap<>();
            settings.put("SESSION_KEYS_FILE", write(folder, "session.json", privateSet(session)));
            settings.put(
                    "RELAY_PUBLIC_KEYS_FILE",
                    write(
                            folder,
                            "relay.json",
                            new JsonWebKeySet(relay).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY)));
            settings.put("CONNECTION_KEYS_FILE", write(folder, "connection.json", tinkKeys()));
            settings.put("BOOTSTRAP_OPERATOR_EMAIL", OPERATOR);
            settings.put("BOOTSTRAP_OPERATOR_PASSWORD_FILE", write(folder, "operator", PASSWORD + "\n"));
            settings.put("RELAY_SERVICE_URL", neighbours.relay());
            settings.put("BRAZE_ALLOWED_ORIGINS", neighbours.braze() + "," + neighbours.otherBraze());
            settings.put("PUBLIC_URL", "https://surveys.example.test");
            // The work factor is for thieves; tests have none.
            settings.put("settings.members.bcrypt-cost", "4");
            return settings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JoseException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void stop() {
        neighbours.stop();
    }

    private static EllipticCurveJsonWebKey key(String id) throws JoseException {
        EllipticCurveJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        key.setKeyId(id);
        return key;
    }

    private static String privateSet(JsonWebKey key) {
        return new JsonWebKeySet(key).toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE);
    }

    private static String tinkKeys() throws GeneralSecurityException {
        AeadConfig.register();
        return TinkJsonProtoKeysetFormat.serializeKeyset(
                KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM), InsecureSecretKeyAccess.get());
    }

    private static String write(Path folder, String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }
}
