package com.iterate.benchmarks.standin;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The program: prints its port and ends with its standard input, so that it never outlives whoever started it. One event loop
 * owns all state.
 */
public final class FastBraze {

    /** Longer than any client of the benchmarks lets a connection rest, so that closing is the client's doing. */
    private static final int IDLE_SECONDS = 75;

    private final TrackEndpoint track;
    private final SettingsStub settings;

    private FastBraze(TrackEndpoint track, SettingsStub settings) {
        this.track = track;
        this.settings = settings;
    }

    public static void main(String[] arguments) throws IOException {
        Logger.getLogger("").setLevel(Level.WARNING);
        Vertx vertx = Vertx.vertx();
        Context loop = vertx.getOrCreateContext();
        loop.runOnContext(go -> listen(vertx));
        while (System.in.read() >= 0) {
            // Nothing is ever said to it: only the end counts.
        }
        System.exit(0);
    }

    private static void listen(Vertx vertx) {
        FastBraze braze = new FastBraze(new TrackEndpoint(vertx), new SettingsStub());
        vertx.createHttpServer(new HttpServerOptions().setIdleTimeout(IDLE_SECONDS))
                .requestHandler(braze::route)
                .listen(0, "localhost")
                .onSuccess(server -> System.out.println(server.actualPort()))
                .onFailure(broken -> {
                    System.err.println("cannot listen: " + broken.getMessage());
                    System.exit(1);
                });
    }

    private void route(HttpServerRequest request) {
        String path = request.path();
        if (path.equals("/users/track")) {
            track.handle(request);
        } else if (path.startsWith("/internal/companies/")) {
            settings.connection(request);
        } else if (path.equals("/.well-known/jwks.json")) {
            settings.keys(request);
        } else if (path.equals("/control/expect")) {
            request.bodyHandler(body -> expect(body, request));
        } else if (path.equals("/control/behave")) {
            request.bodyHandler(body -> behave(body, request));
        } else if (path.equals("/control/renew")) {
            request.bodyHandler(body -> renew(body, request));
        } else if (path.equals("/control/counts")) {
            request.response().end(track.tally().counts().toBuffer());
        } else if (path.equals("/control/times")) {
            request.response().end(track.tally().times());
        } else {
            request.response().setStatusCode(404).end();
        }
    }

    private void expect(Buffer body, HttpServerRequest request) {
        JsonObject wanted = body.toJsonObject();
        track.expect(new Tally(wanted.getInteger("answers"), wanted.getInteger("slots")));
        request.response().end();
    }

    private void behave(Buffer body, HttpServerRequest request) {
        JsonObject wanted = body.toJsonObject();
        Map<String, Behaviour> faults = new HashMap<>();
        wanted.getJsonObject("faults")
                .forEach(fault -> faults.put(
                        SettingsStub.KEY + fault.getKey(),
                        Behaviour.of(fault.getValue().toString())));
        track.behave(wanted.getLong("latencyMillis"), faults);
        request.response().end();
    }

    private void renew(Buffer body, HttpServerRequest request) {
        long version = settings.renew(body.toJsonObject().getString("company"));
        request.response().end(new JsonObject().put("version", version).toBuffer());
    }
}
