package com.iterate.sandbox.braze;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The script as JSON: {@code {"faults":[{"kind":"status","status":503,"times":3,"workspace":"acme"}]}}. */
final class FaultReader {

    /** A script is written by a person or a test. */
    private static final int MOST = 100;

    /** Long enough for every client to give up first. */
    private static final long LONGEST_MILLIS = Duration.ofMinutes(10).toMillis();

    private FaultReader() {}

    static List<Fault> read(JsonObject json) {
        JsonArray faults = json.getJsonArray("faults", new JsonArray());
        if (faults.size() > MOST) {
            throw new IllegalArgumentException("at most " + MOST + " faults");
        }
        return faults.stream()
                .map(fault -> {
                    if (fault instanceof JsonObject object) {
                        return fault(object);
                    }
                    throw new IllegalArgumentException("'faults' must hold objects");
                })
                .toList();
    }

    private static Fault fault(JsonObject json) {
        Fault.Scope scope = new Fault.Scope(
                Optional.ofNullable(json.getString("workspace")),
                Optional.ofNullable(json.getString("profile")),
                Optional.ofNullable(json.getString("attribute")));
        return new Fault(scope, Optional.ofNullable(json.getInteger("times")), effect(json));
    }

    private static Fault.Effect effect(JsonObject json) {
        String kind = json.getString("kind", "");
        return switch (kind) {
            case "status" ->
                new Fault.Effect.Answers(
                        Reply.json(
                                json.getInteger("status", 503),
                                json.getJsonObject("body", new JsonObject().put("message", "Service Unavailable"))),
                        taken(json));
            case "rate-limit" ->
                // Braze leaves the three X-RateLimit headers out of a 429 and sends this one.
                new Fault.Effect.Answers(
                        new Reply(
                                429,
                                Map.of(
                                        "Content-Type",
                                        "application/json",
                                        "X-Ratelimit-Retry-After",
                                        Integer.toString(json.getInteger("seconds", 1))),
                                "{\"message\":\"Rate Limited\"}"),
                        Fault.Taken.NOT_TAKEN);
            case "redirect" ->
                new Fault.Effect.Answers(
                        new Reply(302, Map.of("Location", json.getString("location", "/elsewhere")), ""),
                        Fault.Taken.NOT_TAKEN);
            case "garbage" ->
                new Fault.Effect.Answers(
                        new Reply(
                                json.getInteger("status", 200),
                                Map.of("Content-Type", "text/html"),
                                "<html><body>Please sign in to this network</body></html>"),
                        taken(json));
            case "latency" -> new Fault.Effect.Late(millis(json));
            case "applies-late" -> new Fault.Effect.AppliesLate(millis(json));
            case "time-out" -> new Fault.Effect.Silence(taken(json));
            case "close" -> new Fault.Effect.Cut(taken(json));
            case "object-error" ->
                new Fault.Effect.RefusesObjects(json.getString("type", "The value provided is not valid."));
            default ->
                throw new IllegalArgumentException("'kind' must be status, rate-limit, redirect, garbage, latency,"
                        + " applies-late, time-out, close or object-error");
        };
    }

    private static Fault.Taken taken(JsonObject json) {
        return json.getBoolean("taken", false) ? Fault.Taken.TAKEN : Fault.Taken.NOT_TAKEN;
    }

    private static Duration millis(JsonObject json) {
        long millis = json.getLong("millis", 1000L);
        if (millis < 0 || millis > LONGEST_MILLIS) {
            throw new IllegalArgumentException("'millis' must be 0 to " + LONGEST_MILLIS);
        }
        return Duration.ofMillis(millis);
    }
}
