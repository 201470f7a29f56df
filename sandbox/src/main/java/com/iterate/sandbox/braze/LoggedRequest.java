package com.iterate.sandbox.braze;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One request as the page and the tests see it. */
final class LoggedRequest {

    private final long number;
    private final Instant received;
    private final String workspace;
    private final String maskedKey;
    private final TrackBody body;
    private final Set<TrackBody.Write> writes;
    private final List<Long> overlaps;
    private Optional<Instant> answered = Optional.empty();
    private int status;
    private String note = "";

    LoggedRequest(
            long number, Instant received, String workspace, String maskedKey, TrackBody body, List<Long> overlaps) {
        this.number = number;
        this.received = received;
        this.workspace = workspace;
        this.maskedKey = maskedKey;
        this.body = body;
        this.writes = body.writes();
        this.overlaps = List.copyOf(overlaps);
    }

    long number() {
        return number;
    }

    boolean writesAnyOf(Set<TrackBody.Write> others) {
        return writes.stream().anyMatch(others::contains);
    }

    boolean isOpen() {
        return answered.isEmpty();
    }

    /** @param how 0 where there was no answer */
    void ended(int how, String why, Instant now) {
        if (isOpen()) {
            status = how;
            note = why;
            answered = Optional.of(now);
        }
    }

    JsonObject toJson() {
        JsonObject json = new JsonObject()
                .put("number", number)
                .put("received", received.toString())
                .put("workspace", workspace)
                .put("key", maskedKey)
                .put("objects", body.objects())
                .put("overlaps", new JsonArray(overlaps))
                .put("open", isOpen());
        for (TrackKind kind : TrackKind.values()) {
            if (body.arrays().containsKey(kind)) {
                json.put(kind.field(), new JsonArray(body.of(kind)));
            }
        }
        answered.ifPresent(then -> json.put("answered", then.toString())
                .put("millis", Duration.between(received, then).toMillis())
                .put("status", status)
                .put("note", note));
        return json;
    }
}
