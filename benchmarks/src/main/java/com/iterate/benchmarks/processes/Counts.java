package com.iterate.benchmarks.processes;

import io.vertx.core.json.JsonObject;

/**
 * What the stand-in counted.
 *
 * @param accepted      answers, each counted once
 * @param acceptedAgain answers that were sent again although they had been accepted
 * @param outOfOrder    answers accepted after a newer one to the same attribute of the same person
 * @param overlapping   answers that came while a request with that attribute of that person was under way
 * @param limited       requests answered with 429
 * @param refused       requests answered with 401
 * @param unanswered    requests that the client gave up
 */
public record Counts(
        long requests,
        long objects,
        long accepted,
        long acceptedAgain,
        long outOfOrder,
        long overlapping,
        long limited,
        long refused,
        long unanswered) {

    static Counts of(JsonObject counts) {
        return new Counts(
                counts.getLong("requests"),
                counts.getLong("objects"),
                counts.getLong("accepted"),
                counts.getLong("acceptedAgain"),
                counts.getLong("outOfOrder"),
                counts.getLong("overlapping"),
                counts.getLong("limited"),
                counts.getLong("refused"),
                counts.getLong("unanswered"));
    }

    public JsonObject json() {
        return new JsonObject()
                .put("requests", requests)
                .put("objects", objects)
                .put("objectsPerRequest", objectsPerRequest())
                .put("accepted", accepted)
                .put("acceptedAgain", acceptedAgain)
                .put("outOfOrder", outOfOrder)
                .put("overlapping", overlapping)
                .put("limited", limited)
                .put("refused", refused)
                .put("unanswered", unanswered);
    }

    public double objectsPerRequest() {
        return requests == 0 ? 0 : (double) objects / requests;
    }
}
