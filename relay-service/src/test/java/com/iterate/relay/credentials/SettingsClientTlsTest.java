package com.iterate.relay.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import com.iterate.backing.SelfSigned;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.keys.EllipticCurves;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over real TLS, with certificates made for the moment. */
class SettingsClientTlsTest {

    @TempDir
    private Path dir;

    private final Vertx vertx = Vertx.vertx();
    private SelfSigned certificate;
    private HttpServer settingsService;

    @BeforeEach
    void start() {
        certificate = SelfSigned.in(dir);
        show(certificate);
    }

    private void show(SelfSigned certificate) {
        settingsService = vertx.createHttpServer(new HttpServerOptions()
                        .setSsl(true)
                        .setKeyCertOptions(new PemKeyCertOptions()
                                .setCertPath(certificate.certificate().toString())
                                .setKeyPath(certificate.key().toString())))
                .requestHandler(request -> request.response()
                        .end("{\"companyId\":\"acme\",\"version\":7,\"state\":\"CONNECTED\","
                                + "\"endpoint\":\"https://rest.iad-01.braze.com\",\"apiKey\":\"s3cret\"}"))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void a_certificate_of_the_given_authority_opens_the_way() throws Exception {
        assertThat(ask(Optional.of(certificate.certificate()))).isInstanceOf(Lookup.Connected.class);
    }

    @Test
    void a_certificate_of_another_authority_is_refused() throws Exception {
        SelfSigned other = SelfSigned.in(dir.resolve("other"));

        assertThat(ask(Optional.of(other.certificate())))
                .isInstanceOfSatisfying(Lookup.Unavailable.class, refused -> assertThat(refused.why())
                        .contains("INTERNAL_CA_FILE"));
    }

    @Test
    void without_a_given_authority_those_of_the_jvm_decide() throws Exception {
        assertThat(ask(Optional.empty())).isInstanceOf(Lookup.Unavailable.class);
    }

    /** Trusted, and of another host: whoever holds a certificate of the same authority is not settings-service. */
    @Test
    void a_certificate_for_another_name_is_refused() throws Exception {
        settingsService.close().toCompletionStage().toCompletableFuture().join();
        SelfSigned elsewhere = SelfSigned.in(dir, "elsewhere.test");
        show(elsewhere);

        assertThat(ask(Optional.of(elsewhere.certificate())))
                .isInstanceOfSatisfying(Lookup.Unavailable.class, refused -> assertThat(refused.why())
                        .contains("SETTINGS_INTERNAL_URL"));
    }

    private Lookup ask(Optional<Path> authority) throws Exception {
        EllipticCurveJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        key.setKeyId("relay-1");
        Path keys = Files.writeString(
                dir.resolve("keys.json"), new JsonWebKeySet(key).toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE));
        SettingsClient client = new SettingsClient(
                vertx,
                new TestConfig(
                        URI.create("https://localhost:" + settingsService.actualPort()),
                        authority,
                        keys,
                        Duration.ofSeconds(10),
                        10),
                RelayToken.signedWith(keys));
        CompletableFuture<Lookup> answer = new CompletableFuture<>();
        vertx.runOnContext(now -> client.ask("acme").thenAccept(answer::complete));
        return answer.get(20, TimeUnit.SECONDS);
    }
}
