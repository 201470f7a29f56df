package com.iterate.relay.braze;

import com.iterate.relay.credentials.Connection;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Braze over HTTP. Called on a Vert.x context, it keeps that context's connections on it and completes on it. Redirects are
 * not followed: they would take the key elsewhere.
 */
@Singleton
final class BrazePlatform implements Platform {

    private final Vertx vertx;
    private final BrazeConfig config;
    private final HttpClient client;
    private final AllowedOrigins origins;
    private final WorkerExecutor lookups;
    private final AddressBook addresses;
    private final Counter answersCut;

    @Inject
    BrazePlatform(Vertx vertx, BrazeConfig config, MeterRegistry metrics) {
        this(vertx, config, metrics, InetAddress::getAllByName, options(config));
    }

    BrazePlatform(
            Vertx vertx,
            BrazeConfig config,
            MeterRegistry metrics,
            AddressBook.Names names,
            HttpClientOptions options) {
        this.vertx = vertx;
        this.config = config;
        this.origins = new AllowedOrigins(config.allowedOrigins().orElse(List.of()));
        // Four threads of their own: a name server that is slow must not hold up other blocking work.
        this.lookups = vertx.createSharedWorkerExecutor("braze-names", 4);
        this.addresses = new AddressBook(vertx, lookups, names, config.addressesKept());
        this.client = vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(config.connectionsPerHost()));
        this.answersCut = Counter.builder("relay.braze.answers.cut")
                .description("Answers sent shorter than given: Braze keeps 255 characters and 479 bytes")
                .register(metrics);
    }

    /** HTTP/1.1, as measured; certificates and host names are verified against the JDK's authorities. */
    static HttpClientOptions options(BrazeConfig config) {
        return new HttpClientOptions()
                .setVerifyHost(true)
                .setTrustAll(false)
                .setKeepAlive(true)
                .setKeepAliveTimeout((int) config.keepAlive().toSeconds())
                .setConnectTimeout((int) config.connectTimeout().toMillis())
                .setMaxWaitQueueSize(config.waitingPerHost());
    }

    @Override
    public CompletionStage<Reply> track(Connection connection, List<TrackObject> objects) {
        TrackRequest request = TrackRequest.of(objects);
        if (request.sent().nothing()) {
            return CompletableFuture.completedFuture(request.sent().answered());
        }
        answersCut.increment(request.answersCut());
        return post(connection, request, objects);
    }

    /** Braze's word on the connection alone. */
    CompletionStage<Reply> trackNothing(Connection connection) {
        return post(connection, TrackRequest.NOTHING, List.of());
    }

    private CompletionStage<Reply> post(Connection connection, TrackRequest request, List<TrackObject> objects) {
        return origins.endpoint(connection.endpoint())
                .map(endpoint -> send(endpoint, connection, request, objects))
                .orElseGet(() -> Future.succeededFuture(new Reply.Misconfigured(
                        0,
                        "this REST endpoint is not allowed: it is no https://rest.….braze.com or .eu address and not"
                                + " among BRAZE_ALLOWED_ORIGINS")))
                .toCompletionStage();
    }

    private Future<Reply> send(
            Endpoint endpoint, Connection connection, TrackRequest request, List<TrackObject> objects) {
        ReplyReader reader = new ReplyReader(request.sent(), new Mask(connection.apiKey(), objects));
        Exchange exchange = new Exchange(vertx, reader, config.replyBytes());
        Future<Reply> reply = exchange.endsWithin(config.requestTimeout());
        addresses
                .addressOf(endpoint)
                .compose(address -> client.request(options(endpoint, address, connection))
                        .onFailure(refused -> addresses.refused(endpoint, address)))
                .onSuccess(ready -> exchange.send(ready, Buffer.buffer(request.body())))
                .onFailure(exchange::couldNotStart);
        return reply;
    }

    private RequestOptions options(Endpoint endpoint, InetAddress address, Connection connection) {
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setSsl(endpoint.scheme() == Endpoint.Scheme.HTTPS)
                // Connects to the address that was checked; the name is for Host, SNI and the certificate.
                .setServer(SocketAddress.inetSocketAddress(endpoint.port(), address.getHostAddress()))
                .setHost(endpoint.host())
                .setPort(endpoint.port())
                // Braze answers 403 to a trailing slash.
                .setURI("/users/track")
                .setFollowRedirects(false)
                .putHeader("Authorization", connection.apiKey().bearer())
                .putHeader("Content-Type", "application/json")
                .putHeader("User-Agent", config.userAgent());
    }

    @PreDestroy
    void close() {
        client.close();
        lookups.close();
    }
}
