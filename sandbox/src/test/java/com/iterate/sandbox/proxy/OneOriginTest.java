package com.iterate.sandbox.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import com.iterate.sandbox.services.Ports;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OneOriginTest {

    private static final Vertx VERTX = Vertx.vertx();
    private static final Ports PORTS = Ports.free();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        await(VERTX.createHttpServer()
                .requestHandler(request -> request.body().onSuccess(body -> request.response()
                        .end(new JsonObject()
                                .put(
                                        "for",
                                        request.headers()
                                                .getAll("X-Forwarded-For")
                                                .toString())
                                .put("host", request.getHeader("X-Forwarded-Host"))
                                .put("proto", request.getHeader("X-Forwarded-Proto"))
                                .put("forwarded", request.getHeader("Forwarded"))
                                .put("authority", request.getHeader("Host"))
                                .put("uri", request.uri())
                                .put("body", body.toString())
                                .encode())))
                .listen(PORTS.of(Ports.Name.SURVEY), "127.0.0.1"));
        await(OneOrigin.start(
                VERTX,
                "127.0.0.1",
                PORTS.of(Ports.Name.PUBLIC),
                Map.of(
                        Target.SURVEY, PORTS.of(Ports.Name.SURVEY),
                        Target.SETTINGS, PORTS.of(Ports.Name.SETTINGS),
                        Target.RELAY, PORTS.of(Ports.Name.RELAY))));
    }

    @AfterAll
    static void stop() {
        await(VERTX.close());
    }

    @Test
    void forged_forwarding_headers_are_replaced_and_the_rest_goes_through() throws Exception {
        // when
        JsonObject seen = new JsonObject(send(to("/s/abc?user_braze_id=ana%26b")
                        .header("X-Forwarded-For", "6.6.6.6")
                        .header("X-Forwarded-Host", "evil.example")
                        .header("Forwarded", "for=6.6.6.6")
                        .POST(HttpRequest.BodyPublishers.ofString("score=9")))
                .body());
        // then
        assertThat(seen.getString("for")).isEqualTo("[127.0.0.1]");
        assertThat(seen.getString("host")).isEqualTo("127.0.0.1:" + PORTS.of(Ports.Name.PUBLIC));
        assertThat(seen.getString("authority")).isEqualTo("127.0.0.1:" + PORTS.of(Ports.Name.PUBLIC));
        assertThat(seen.getString("proto")).isEqualTo("http");
        assertThat(seen.getString("forwarded")).isNull();
        assertThat(seen.getString("uri")).isEqualTo("/s/abc?user_braze_id=ana%26b");
        assertThat(seen.getString("body")).isEqualTo("score=9");
    }

    @Test
    void a_service_that_is_away_is_503_for_a_program() throws Exception {
        // when
        HttpResponse<String> answer = send(to("/api/lanes").header("Accept", "application/json"));
        // then
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("relay-service");
    }

    @Test
    void a_service_that_is_away_is_a_readable_page_for_a_person() throws Exception {
        // when
        HttpResponse<String> answer = send(to("/sign-in")
                .header("Accept", "text/html")
                .POST(HttpRequest.BodyPublishers.ofString("x".repeat(10_000))));
        // then
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).contains("<h1>Back in a moment</h1>");
    }

    @Test
    void internal_paths_are_not_found() throws Exception {
        assertThat(send(to("/internal/companies/acme/braze")).statusCode()).isEqualTo(404);
        assertThat(send(to("/q/metrics")).statusCode()).isEqualTo(404);
    }

    private static HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + PORTS.of(Ports.Name.PUBLIC) + path));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static void await(Future<?> future) {
        future.toCompletionStage().toCompletableFuture().join();
    }
}
