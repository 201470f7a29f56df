package com.iterate.benchmarks.standin;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Map;

/** The two calls of settings-service that the relay makes: every company is connected to this stand-in, with a key of its own. */
final class SettingsStub {

    static final String KEY = "key-of-";

    private static final long FIRST = 1;

    private final Map<String, Long> versions = new HashMap<>();

    /**
     * The relay takes a connection that it knows as unchanged unless its version is higher. Only this company's: a change of
     * the others' would be one more thing that happens to them.
     */
    long renew(String company) {
        return versions.merge(company, FIRST + 1, (before, one) -> before + 1);
    }

    /** {@code GET /internal/companies/{id}/braze}. */
    void connection(HttpServerRequest request) {
        String company = request.path().split("/", -1)[3];
        end(
                request,
                new JsonObject()
                        .put("companyId", company)
                        .put("version", versions.getOrDefault(company, FIRST))
                        .put("state", "CONNECTED")
                        // Where the caller found this one.
                        .put("endpoint", "http://" + request.getHeader(HttpHeaders.HOST))
                        .put("apiKey", KEY + company));
    }

    /** {@code GET /.well-known/jwks.json}: nobody signs in here. */
    void keys(HttpServerRequest request) {
        end(request, new JsonObject().put("keys", new JsonArray()));
    }

    private static void end(HttpServerRequest request, JsonObject body) {
        request.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .end(body.toBuffer());
    }
}
