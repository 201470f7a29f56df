package com.iterate.sandbox.client;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** A program that calls an API, signed in or not. */
public final class Api {

    /** Longer than any call may take; a hanging service shows as a failed step and not as a hanging check. */
    private static final Duration TIME_OUT = Duration.ofSeconds(20);

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final URI base;
    private final Optional<String> token;

    private Api(URI base, Optional<String> token) {
        this.base = base;
        this.token = token;
    }

    public static Api at(URI base) {
        return new Api(base, Optional.empty());
    }

    public Api signedIn(String email, String password) {
        Answer session = post(
                        "/api/session", new JsonObject().put("email", email).put("password", password))
                .orFail("sign in as " + email);
        return new Api(base, Optional.of(session.json().getString("token")));
    }

    public Answer get(String path) {
        return send("GET", path, HttpRequest.BodyPublishers.noBody());
    }

    public Answer post(String path) {
        return send("POST", path, HttpRequest.BodyPublishers.noBody());
    }

    public Answer post(String path, JsonObject body) {
        return send("POST", path, HttpRequest.BodyPublishers.ofString(body.encode()));
    }

    public Answer put(String path, JsonObject body) {
        return send("PUT", path, HttpRequest.BodyPublishers.ofString(body.encode()));
    }

    public Answer delete(String path) {
        return send("DELETE", path, HttpRequest.BodyPublishers.noBody());
    }

    private Answer send(String method, String path, HttpRequest.BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(TIME_OUT)
                .header("Accept", "application/json, application/problem+json")
                .header("Content-Type", "application/json")
                .method(method, body);
        token.ifPresent(bearer -> request.header("Authorization", "Bearer " + bearer));
        return exchange(request.build());
    }

    static Answer exchange(HttpRequest request) {
        try {
            return Answer.of(HTTP.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(request.method() + " " + request.uri() + " failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
