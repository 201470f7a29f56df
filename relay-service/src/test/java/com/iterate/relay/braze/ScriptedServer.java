package com.iterate.relay.braze;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Stands where Braze stands and does what the test says, request by request; then it says {@code success}. */
final class ScriptedServer implements AutoCloseable {

    record Seen(String path, Map<String, String> headers, String body, String connection) {}

    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final Queue<Consumer<HttpServerRequest>> script = new ConcurrentLinkedQueue<>();
    private final HttpServer server;
    private final String scheme;

    ScriptedServer(Vertx vertx, HttpServerOptions options) {
        this.scheme = options.isSsl() ? "https" : "http";
        this.server = vertx.createHttpServer(options)
                .requestHandler(request -> request.body().onSuccess(body -> {
                    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
                    request.headers().forEach(header -> headers.put(header.getKey(), header.getValue()));
                    seen.add(new Seen(
                            request.uri(),
                            headers,
                            body.toString(),
                            request.remoteAddress().toString()));
                    Consumer<HttpServerRequest> next = script.poll();
                    if (next == null) {
                        request.response().setStatusCode(201).end("{\"message\":\"success\"}");
                    } else {
                        next.accept(request);
                    }
                }))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    ScriptedServer then(Consumer<HttpServerRequest> answer) {
        script.add(answer);
        return this;
    }

    ScriptedServer thenAnswers(int status, String body) {
        return then(request -> request.response().setStatusCode(status).end(body));
    }

    List<Seen> seen() {
        return seen;
    }

    int port() {
        return server.actualPort();
    }

    URI origin() {
        return URI.create(scheme + "://braze.test:" + port());
    }

    @Override
    public void close() {
        server.close().toCompletionStage().toCompletableFuture().join();
    }
}
