package com.iterate.sandbox.client;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.Optional;

/** What came back over HTTP. */
public record Answer(int status, URI uri, HttpHeaders headers, String body) {

    static Answer of(HttpResponse<String> response) {
        return new Answer(response.statusCode(), response.uri(), response.headers(), response.body());
    }

    public boolean isSuccess() {
        return status / 100 == 2;
    }

    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    public JsonObject json() {
        return read() instanceof JsonObject object ? object : new JsonObject();
    }

    public JsonArray array() {
        return read() instanceof JsonArray array ? array : new JsonArray();
    }

    /** For steps that have no sense without this one. */
    public Answer orFail(String step) {
        if (!isSuccess()) {
            throw new IllegalStateException(step + ": HTTP " + status + " from " + uri + "\n" + body);
        }
        return this;
    }

    private Object read() {
        try {
            return body.isBlank() ? new JsonObject() : Json.decodeValue(body);
        } catch (DecodeException e) {
            throw new IllegalStateException("no JSON came from " + uri + " but: " + body, e);
        }
    }
}
