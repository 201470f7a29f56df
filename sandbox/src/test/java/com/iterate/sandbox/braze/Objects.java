package com.iterate.sandbox.braze;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Bodies as the relay sends them. */
final class Objects {

    private Objects() {}

    static JsonObject attributes(JsonObject... objects) {
        return new JsonObject().put("attributes", array(objects));
    }

    static JsonObject events(JsonObject... objects) {
        return new JsonObject().put("events", array(objects));
    }

    static JsonObject of(String brazeId) {
        return new JsonObject().put("braze_id", brazeId).put("_update_existing_only", true);
    }

    static JsonObject event(String brazeId) {
        return of(brazeId).put("name", "survey-question-response").put("time", "2026-11-23T13:00:00Z");
    }

    static JsonArray array(JsonObject... objects) {
        JsonArray array = new JsonArray();
        for (JsonObject object : objects) {
            array.add(object);
        }
        return array;
    }
}
