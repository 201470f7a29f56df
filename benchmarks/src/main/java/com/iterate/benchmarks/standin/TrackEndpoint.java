package com.iterate.benchmarks.standin;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.HashMap;
import java.util.Map;

/** {@code POST /users/track}. Owned by one event loop. */
final class TrackEndpoint {

    private static final String BEARER = "Bearer ";
    private static final long A_SECOND = 1_000;

    private final Vertx vertx;
    private final Map<String, Behaviour> faults = new HashMap<>();
    private final Map<String, Long> lastAccepted = new HashMap<>();
    private long latencyMillis = 1;
    private Tally tally = new Tally(0, 1);

    TrackEndpoint(Vertx vertx) {
        this.vertx = vertx;
    }

    void expect(Tally next) {
        tally = next;
    }

    /** @param companies those that are not served as usual, by the key that they send */
    void behave(long latency, Map<String, Behaviour> companies) {
        latencyMillis = latency;
        faults.clear();
        faults.putAll(companies);
    }

    Tally tally() {
        return tally;
    }

    void handle(HttpServerRequest request) {
        String key = request.getHeader(HttpHeaders.AUTHORIZATION);
        request.bodyHandler(body -> take(key.substring(BEARER.length()), body, request.response()));
    }

    private void take(String key, Buffer body, HttpServerResponse response) {
        Tally counting = tally;
        Numbers numbers = Numbers.in(body.getBytes());
        counting.arrived(numbers);
        Behaviour behaviour = faults.getOrDefault(key, new Behaviour.Accepts());
        if (behaviour instanceof Behaviour.Silent) {
            response.closeHandler(gaveUp -> counting.unanswered(numbers));
        } else if (behaviour instanceof Behaviour.WrongKey) {
            counting.refused(numbers);
            end(response.setStatusCode(401), "{\"message\":\"Invalid API Key\"}");
        } else if (behaviour instanceof Behaviour.OneASecond && isTooSoon(key)) {
            counting.limited(numbers);
            end(
                    response.setStatusCode(429).putHeader("X-Ratelimit-Retry-After", "1"),
                    "{\"message\":\"You have exceeded your hourly rate limit.\"}");
        } else {
            vertx.setTimer(latencyMillis, over -> accept(counting, numbers, response));
        }
    }

    private static void accept(Tally counting, Numbers numbers, HttpServerResponse response) {
        if (response.closed()) {
            counting.unanswered(numbers);
            return;
        }
        counting.accepted(numbers);
        end(
                response.setStatusCode(201),
                "{\"message\":\"success\",\"attributes_processed\":" + numbers.objects() + "}");
    }

    private boolean isTooSoon(String key) {
        long now = System.nanoTime() / 1_000_000;
        if (now - lastAccepted.getOrDefault(key, now - A_SECOND) < A_SECOND) {
            return true;
        }
        lastAccepted.put(key, now);
        return false;
    }

    private static void end(HttpServerResponse response, String body) {
        response.putHeader(HttpHeaders.CONTENT_TYPE, "application/json").end(body);
    }
}
