package com.iterate.sandbox.proxy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.HostAndPort;
import io.vertx.core.net.SocketAddress;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.OriginRequestProvider;
import java.util.Map;
import java.util.Objects;

/** The reverse proxy in front of the three services. */
public final class OneOrigin {

    /** The services are on this machine: one that does not take a connection at once is away. */
    private static final int CONNECT_MILLIS = 1_000;

    /** Longer than any page takes; the connection of a service that hangs is given up. */
    private static final int IDLE_SECONDS = 60;

    /** Connections to one service: more than a person's browser opens, enough for a small load test. */
    private static final int CONNECTIONS = 64;

    /** Requests that wait for one of them; beyond it a client hears 503 and not nothing. */
    private static final int WAITING = 1_000;

    private final HttpServer server;

    private OneOrigin(HttpServer server) {
        this.server = server;
    }

    public static Future<OneOrigin> start(Vertx vertx, String host, int port, Map<Target, Integer> ports) {
        HttpProxy proxy = HttpProxy.reverseProxy(vertx.createHttpClient(new HttpClientOptions()
                        .setConnectTimeout(CONNECT_MILLIS)
                        .setIdleTimeout(IDLE_SECONDS)
                        .setMaxPoolSize(CONNECTIONS)
                        .setMaxWaitQueueSize(WAITING)))
                .addInterceptor(new Away())
                .addInterceptor(new Forwarding(HostAndPort.create("localhost", port)))
                .origin(OriginRequestProvider.selector(context -> {
                    Target target = owner(context.request().proxiedRequest());
                    context.set(Target.class.getName(), target);
                    return Future.succeededFuture(SocketAddress.inetSocketAddress(
                            Objects.requireNonNull(ports.get(target), "every target has a port"), host));
                }));
        return vertx.createHttpServer(new HttpServerOptions().setIdleTimeout(IDLE_SECONDS))
                .requestHandler(request -> route(request, proxy))
                .listen(port, host)
                .map(OneOrigin::new);
    }

    public Future<Void> close() {
        return server.close();
    }

    private static void route(HttpServerRequest request, HttpProxy proxy) {
        if (request.path() != null && Routes.of(request.path()).isPresent()) {
            proxy.handle(request);
        } else {
            request.response()
                    .setStatusCode(404)
                    .putHeader("Content-Type", "application/problem+json")
                    .end(new JsonObject()
                            .put("type", "about:blank")
                            .put("title", "Not found")
                            .put("status", 404)
                            .encode());
        }
    }

    private static Target owner(HttpServerRequest request) {
        return Routes.of(request.path()).orElseThrow();
    }
}
