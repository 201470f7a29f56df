package com.iterate.sandbox.braze;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.time.Clock;
import java.util.Set;

/** Braze on this machine. One event loop owns all its state, so there are no locks. */
public final class BrazeStandIn {

    /** Like an ingress in front of Braze, a connection that is idle for longer goes. */
    private static final int IDLE_SECONDS = 75;

    /** As good as any for the workspace {@code demo}. Protects nothing: the stand-in holds nothing of worth. */
    public static final String DEMO_KEY = "demo-key-of-the-stand-in";

    private final HttpServer server;

    private BrazeStandIn(HttpServer server) {
        this.server = server;
    }

    /** @param demoKey opens the workspace {@code demo}; others come by {@code PUT /sandbox/workspaces/name} */
    public static Future<BrazeStandIn> start(Vertx vertx, String host, int port, String demoKey) {
        Context loop = vertx.getOrCreateContext();
        return Future.future(promise -> loop.runOnContext(go -> {
            Clock clock = Clock.systemUTC();
            Workspaces workspaces = new Workspaces();
            workspaces.put(demoKey, new Workspace("demo", Set.of("users.track"), Workspace.Population.EVERYBODY));
            Script script = new Script();
            RequestLog log = new RequestLog();
            Changes changes = new Changes(vertx);
            TrackEndpoint track = new TrackEndpoint(vertx, clock, workspaces, script, log, changes);
            SandboxApi api = new SandboxApi(clock, workspaces, script, log, changes);
            Page page = Page.load();
            vertx.createHttpServer(new HttpServerOptions().setIdleTimeout(IDLE_SECONDS))
                    .requestHandler(request -> route(request, track, api, page))
                    .listen(port, host)
                    .map(BrazeStandIn::new)
                    .onComplete(promise);
        }));
    }

    public int port() {
        return server.actualPort();
    }

    public Future<Void> close() {
        return server.close();
    }

    private static void route(HttpServerRequest request, TrackEndpoint track, SandboxApi api, Page page) {
        String path = request.path();
        if (path.equals("/sandbox") || path.startsWith("/sandbox/")) {
            api.handle(request);
        } else if (request.method().name().equals("POST")) {
            track.handle(request);
        } else {
            page.handle(request);
        }
    }
}
