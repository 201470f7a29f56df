package com.iterate.sandbox.braze;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One person as Braze knows them. */
final class Profile {

    /** The page shows the last few; a long-running sandbox must not grow. */
    private static final int EVENTS_KEPT = 100;

    private final Identity identity;
    private final Map<String, Object> attributes = new LinkedHashMap<>();
    private final Deque<JsonObject> events = new ArrayDeque<>();
    private Instant updated;

    Profile(Identity identity, Instant made) {
        this.identity = identity;
        this.updated = made;
    }

    boolean is(String id) {
        return identity.value().equals(id);
    }

    @Nullable
    Object attribute(String name) {
        return attributes.get(name);
    }

    void set(String name, Object value, Instant now) {
        attributes.put(name, value);
        updated = now;
    }

    void unset(String name, Instant now) {
        attributes.remove(name);
        updated = now;
    }

    void happened(JsonObject event, Instant now) {
        events.addLast(event);
        if (events.size() > EVENTS_KEPT) {
            events.removeFirst();
        }
        updated = now;
    }

    JsonObject toJson(String workspace) {
        JsonArray happened = new JsonArray();
        events.forEach(happened::add);
        return new JsonObject()
                .put("workspace", workspace)
                .put("identifier", identity.kind().field())
                .put("id", identity.value())
                .put("attributes", new JsonObject(new LinkedHashMap<>(attributes)))
                .put("events", happened)
                .put("updated", updated.toString());
    }
}
