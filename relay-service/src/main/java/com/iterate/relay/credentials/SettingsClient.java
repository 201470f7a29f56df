package com.iterate.relay.credentials;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.PemTrustOptions;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import javax.net.ssl.SSLException;

/** Asks settings-service over HTTP. To be called on a Vert.x context. */
final class SettingsClient {

    /** A connection is a few hundred bytes. */
    private static final int MOST_BYTES = 16 * 1024;

    private final Vertx vertx;
    private final CredentialsConfig config;
    private final RelayToken token;
    private final HttpClient client;

    SettingsClient(Vertx vertx, CredentialsConfig config, RelayToken token) {
        this.vertx = vertx;
        this.config = config;
        this.token = token;
        this.client = vertx.createHttpClient(http(config), new PoolOptions().setHttp1MaxSize(config.connections()));
    }

    private static HttpClientOptions http(CredentialsConfig config) {
        HttpClientOptions options = new HttpClientOptions()
                .setConnectTimeout((int) config.requestTimeout().toMillis())
                // No more can wait: a company asks once at a time.
                .setMaxWaitQueueSize(config.companies())
                // The default, said aloud: an authority vouches for a name, and the name has to be the one that was
                // asked.
                .setVerifyHost(true);
        config.internalCaFile()
                .ifPresent(pem -> options.setPemTrustOptions(new PemTrustOptions().addCertPath(pem.toString())));
        return options;
    }

    /** Never fails: what is no answer is {@link Lookup.Unavailable}. */
    CompletionStage<Lookup> ask(String companyId) {
        Promise<Lookup> answer = Promise.promise();
        // Composed, so that nothing that is thrown leaves the question open.
        Future<HttpClientRequest> opened =
                Future.succeededFuture(companyId).compose(company -> client.request(options(company)));
        long timer = vertx.setTimer(config.requestTimeout().toMillis(), late -> {
            if (answer.tryComplete(unavailable("does not answer in time"))) {
                opened.onSuccess(HttpClientRequest::reset);
            }
        });
        opened.onSuccess(request -> send(request, companyId, answer))
                .onFailure(refused -> answer.tryComplete(unavailable(why(refused))));
        return answer.future().onComplete(ended -> vertx.cancelTimer(timer)).toCompletionStage();
    }

    private void send(HttpClientRequest request, String companyId, Promise<Lookup> answer) {
        if (answer.future().isComplete()) {
            return;
        }
        request.send()
                .onSuccess(response -> read(response, companyId, answer))
                .onFailure(broken -> answer.tryComplete(unavailable("breaks connections")));
    }

    private static void read(HttpClientResponse response, String companyId, Promise<Lookup> answer) {
        Buffer body = Buffer.buffer();
        response.exceptionHandler(broken -> answer.tryComplete(unavailable("breaks connections")));
        response.handler(chunk -> {
            if (body.length() + chunk.length() > MOST_BYTES) {
                answer.tryComplete(unavailable("answers at too great length"));
                response.request().reset();
            } else {
                body.appendBuffer(chunk);
            }
        });
        response.endHandler(end -> answer.tryComplete(SettingsAnswer.read(
                companyId,
                response.statusCode(),
                Optional.ofNullable(response.getHeader(HttpHeaders.CONTENT_TYPE))
                        .orElse(""),
                body.toString(StandardCharsets.UTF_8))));
    }

    private RequestOptions options(String companyId) {
        return new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setAbsoluteURI(config.settingsInternalUrl()
                        .resolve("/internal/companies/" + companyId + "/braze")
                        .toString())
                .setFollowRedirects(false)
                .putHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token.forCompany(companyId, Instant.now()))
                .putHeader(HttpHeaders.ACCEPT, "application/json, application/problem+json");
    }

    private static String why(Throwable refused) {
        return refused instanceof SSLException
                ? "shows a certificate that this relay does not believe: INTERNAL_CA_FILE must hold its authority, and"
                        + " SETTINGS_INTERNAL_URL one of its names"
                : "cannot be reached (" + refused.getClass().getSimpleName() + ")";
    }

    private static Lookup unavailable(String what) {
        return new Lookup.Unavailable("settings-service " + what);
    }

    void close() {
        client.close();
    }
}
