package com.iterate.sandbox.braze;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A running stand-in, and a client that speaks to it as carelessly as a test wants. */
final class StandIn implements AutoCloseable {

    static final String KEY = "right-key";

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI address;

    StandIn() {
        BrazeStandIn standIn = BrazeStandIn.start(vertx, "127.0.0.1", 0, KEY)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        address = URI.create("http://127.0.0.1:" + standIn.port());
    }

    HttpResponse<String> track(JsonObject body) {
        return send(tracking(body.encode()));
    }

    CompletableFuture<HttpResponse<String>> trackWithoutWaiting(JsonObject body) {
        return http.sendAsync(tracking(body.encode()), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> trackAs(String authorization, JsonObject body) {
        return send(to("/users/track")
                .header("Content-Type", "application/json")
                .header("Authorization", authorization)
                .POST(HttpRequest.BodyPublishers.ofString(body.encode()))
                .build());
    }

    HttpRequest tracking(String body) {
        return to("/users/track")
                .header("Content-Type", "application/json; charset=utf-8")
                .header("Authorization", "Bearer " + KEY)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(address.resolve(path)).timeout(Duration.ofSeconds(10));
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new NoAnswer(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> put(String path, JsonObject body) {
        return send(
                to(path).PUT(HttpRequest.BodyPublishers.ofString(body.encode())).build());
    }

    void script(JsonObject... faults) {
        JsonArray all = new JsonArray();
        for (JsonObject fault : faults) {
            all.add(fault);
        }
        put("/sandbox/faults", new JsonObject().put("faults", all));
    }

    HttpResponse<String> get(String path) {
        return send(to(path).GET().build());
    }

    /** The attributes of a profile; empty where there is none. */
    JsonObject attributes(String id) {
        return new JsonObject(get("/sandbox/profiles/" + id).body()).getJsonObject("attributes", new JsonObject());
    }

    JsonArray requests() {
        return new JsonArray(get("/sandbox/requests").body());
    }

    void forget() {
        send(to("/sandbox").DELETE().build());
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /** The connection ended without an answer. */
    static final class NoAnswer extends RuntimeException {

        private static final long serialVersionUID = 1;

        NoAnswer(IOException cause) {
            super(cause);
        }
    }
}
