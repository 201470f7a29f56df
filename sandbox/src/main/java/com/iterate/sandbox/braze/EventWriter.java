package com.iterate.sandbox.braze;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

/** Adds one event or purchase to a profile. */
final class EventWriter {

    private final Workspace workspace;
    private final Instant now;

    EventWriter(Workspace workspace, Instant now) {
        this.workspace = workspace;
        this.now = now;
    }

    static void check(TrackKind kind, JsonObject object) throws BadObject {
        Identity.of(object);
        String name = kind == TrackKind.EVENTS ? "name" : "product_id";
        if (!(object.getValue(name) instanceof String text) || text.isBlank()) {
            throw new BadObject("'" + name + "' is required");
        }
        if (kind == TrackKind.PURCHASES && !(object.getValue("price") instanceof Number)) {
            throw new BadObject("'price' is not valid");
        }
        if (!isTime(object.getValue("time"))) {
            throw new BadObject("'time' is not valid");
        }
    }

    void write(TrackKind kind, JsonObject object) throws BadObject {
        workspace
                .profileFor(Identity.of(object), object, now)
                .ifPresent(profile -> profile.happened(
                        new JsonObject()
                                .put("kind", kind.field())
                                .put("name", object.getString(kind == TrackKind.EVENTS ? "name" : "product_id"))
                                .put("time", object.getString("time"))
                                .put("properties", object.getJsonObject("properties", new JsonObject())),
                        now));
    }

    private static boolean isTime(Object value) {
        if (!(value instanceof String text)) {
            return false;
        }
        try {
            OffsetDateTime.parse(text);
            return true;
        } catch (DateTimeParseException notIso) {
            return false;
        }
    }
}
