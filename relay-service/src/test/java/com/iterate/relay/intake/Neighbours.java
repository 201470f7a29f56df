package com.iterate.relay.intake;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** A settings-service that knows one company, and a Braze that takes everything. */
public final class Neighbours implements QuarkusTestResourceLifecycleManager {

    private final Vertx vertx = Vertx.vertx();

    /** Bodies of the requests, oldest first; found again by the test through {@link #inject}. */
    private final List<String> requests = new CopyOnWriteArrayList<>();

    @Override
    public Map<String, String> start() {
        int braze = listen(vertx.createHttpServer()
                .requestHandler(request -> request.body().onSuccess(body -> {
                    requests.add(body.toString());
                    request.response().setStatusCode(201).end("{\"message\":\"success\"}");
                })));
        String origin = "http://127.0.0.1:" + braze;
        int settings = listen(vertx.createHttpServer().requestHandler(request -> {
            if (request.path().equals("/internal/companies/acme/braze")) {
                request.response()
                        .putHeader("Content-Type", "application/json")
                        .end(new JsonObject()
                                .put("companyId", "acme")
                                .put("version", 1)
                                .put("state", "CONNECTED")
                                .put("endpoint", origin)
                                .put("apiKey", "a-key")
                                .encode());
            } else {
                request.response()
                        .setStatusCode(404)
                        .putHeader("Content-Type", "application/problem+json")
                        .end("{\"type\":\"unknown-company\"}");
            }
        }));
        return Map.of(
                "SETTINGS_SERVICE_URL",
                "http://127.0.0.1:" + settings,
                "BRAZE_ALLOWED_ORIGINS",
                origin,
                "PUBLIC_URL",
                "http://localhost:8080",
                "RELAY_KEYS_FILE",
                keys().toString(),
                "ERASURE_KEYS_FILE",
                erasureKeys().toString());
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(requests, new TestInjector.AnnotatedAndMatchesType(BrazeRequests.class, List.class));
    }

    @Override
    public void stop() {
        vertx.close();
    }

    private static int listen(HttpServer server) {
        try {
            return server.listen(0, "127.0.0.1")
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(30, TimeUnit.SECONDS)
                    .actualPort();
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static Path erasureKeys() {
        try {
            Path file = Files.createTempFile("erasure-keys", "");
            Files.writeString(file, "ZXJhc3VyZSBrZXkgb2YgdGhlIHRlc3RzIGFsb25lISEhISE=");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path keys() {
        try {
            EllipticCurveJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            key.setKeyId("relay-test");
            Path file = Files.createTempFile("relay-keys", ".json");
            Files.writeString(file, new JsonWebKeySet(key).toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE));
            file.toFile().deleteOnExit();
            return file;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
