package com.iterate.sandbox.braze;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes one attributes object onto a profile: checks first, then all of it. */
final class AttributeWriter {

    /** Braze: default and maximum of an array; the oldest go. */
    private static final int ARRAY_ITEMS = 500;

    private final Workspace workspace;
    private final Instant now;

    AttributeWriter(Workspace workspace, Instant now) {
        this.workspace = workspace;
        this.now = now;
    }

    static void check(JsonObject object) throws BadObject {
        Identity.of(object);
        for (String name : TrackBody.names(object).toList()) {
            ReservedFields.check(name, object.getValue(name));
        }
    }

    void write(JsonObject object) throws BadObject {
        Optional<Profile> target = workspace.profileFor(Identity.of(object), object, now);
        target.ifPresent(profile ->
                TrackBody.names(object).forEach(name -> set(profile, Text.cut(name.strip()), object.getValue(name))));
    }

    private void set(Profile profile, String name, @Nullable Object value) {
        if (value == null) {
            profile.unset(name, now);
            return;
        }
        Object result = value instanceof JsonObject operation ? operated(profile, name, operation) : value;
        AttributeType.of(result)
                .filter(type -> workspace.takes(name, type))
                .ifPresent(type -> profile.set(name, bounded(result), now));
    }

    /** {@code inc} counts up, {@code add} and {@code remove} change an array; any other object is a value. */
    private static Object operated(Profile profile, String name, JsonObject operation) {
        Object before = profile.attribute(name);
        if (operation.size() == 1 && operation.getValue("inc") instanceof Number step) {
            return step.longValue() + (before instanceof Number number ? number.longValue() : 0);
        }
        if (operation.size() == 1 && operation.getValue("add") instanceof JsonArray more) {
            Set<Object> all = items(before);
            all.removeAll(more.getList());
            all.addAll(items(more));
            return new JsonArray(List.copyOf(all));
        }
        if (operation.size() == 1 && operation.getValue("remove") instanceof JsonArray less) {
            Set<Object> all = items(before);
            all.removeAll(less.getList());
            return new JsonArray(List.copyOf(all));
        }
        return operation;
    }

    private static Set<Object> items(@Nullable Object value) {
        Set<Object> items = new LinkedHashSet<>();
        if (value instanceof JsonArray array) {
            array.stream()
                    .filter(item -> item instanceof String || item instanceof Number)
                    .forEach(items::add);
        }
        return items;
    }

    private static Object bounded(Object value) {
        if (value instanceof String text) {
            return Text.cut(text);
        }
        if (value instanceof JsonArray array) {
            List<Object> items = List.copyOf(items(array));
            return new JsonArray(items.subList(Math.max(0, items.size() - ARRAY_ITEMS), items.size()));
        }
        return value;
    }
}
