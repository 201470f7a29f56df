package com.iterate.sandbox.braze;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** What becomes of a request's objects, and what is said about them. */
record Verdict(boolean taken, Reply reply, JsonArray errors) {

    boolean accepts(TrackKind kind, int index) {
        return taken
                && errors.stream()
                        .map(JsonObject.class::cast)
                        .noneMatch(error -> error.getString("input_array").equals(kind.field())
                                && error.getInteger("index") == index);
    }
}
