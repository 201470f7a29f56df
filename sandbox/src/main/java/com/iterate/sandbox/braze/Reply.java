package com.iterate.sandbox.braze;

import io.vertx.core.json.JsonObject;
import java.util.Map;

/** What goes back over HTTP. */
record Reply(int status, Map<String, String> headers, String body) {

    Reply {
        headers = Map.copyOf(headers);
    }

    static Reply json(int status, JsonObject body) {
        return new Reply(status, Map.of("Content-Type", "application/json"), body.encode());
    }

    static Reply message(int status, String message) {
        return json(status, new JsonObject().put("message", message));
    }

    boolean isSuccess() {
        return status / 100 == 2;
    }
}
