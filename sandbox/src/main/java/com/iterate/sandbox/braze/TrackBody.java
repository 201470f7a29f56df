package com.iterate.sandbox.braze;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The three arrays of a request as they came; what is no object stays in its place, since errors speak of places. */
record TrackBody(Map<TrackKind, List<Object>> arrays) {

    /** Fields that steer a request or name a person and are no attribute. */
    private static final Set<String> CONTROL = Set.of(
            "braze_id", "external_id", "user_alias", "_update_existing_only", "_merge_objects", "push_token_import");

    /** Empty for what is no JSON, or where an array is something else. */
    static Optional<TrackBody> read(String text) {
        try {
            JsonObject json = new JsonObject(text);
            Map<TrackKind, List<Object>> arrays = new EnumMap<>(TrackKind.class);
            for (TrackKind kind : TrackKind.values()) {
                Object value = json.getValue(kind.field());
                if (value instanceof JsonArray array) {
                    List<Object> objects = new ArrayList<>();
                    array.forEach(objects::add);
                    arrays.put(kind, objects);
                } else if (value != null) {
                    return Optional.empty();
                }
            }
            return Optional.of(new TrackBody(arrays));
        } catch (DecodeException | ClassCastException notJson) {
            return Optional.empty();
        }
    }

    static TrackBody nothing() {
        return new TrackBody(Map.of());
    }

    int objects() {
        return arrays.values().stream().mapToInt(List::size).sum();
    }

    List<Object> of(TrackKind kind) {
        return arrays.getOrDefault(kind, List.of());
    }

    /** Every person and attribute that the request would write. */
    Set<Write> writes() {
        Set<Write> writes = new LinkedHashSet<>();
        jsonObjects(TrackKind.ATTRIBUTES)
                .forEach(object -> names(object).forEach(name -> writes.add(new Write(personOf(object), name))));
        return writes;
    }

    Set<String> people() {
        Set<String> people = new LinkedHashSet<>();
        for (TrackKind kind : TrackKind.values()) {
            jsonObjects(kind).forEach(object -> people.add(personOf(object)));
        }
        return people;
    }

    static Stream<String> names(JsonObject object) {
        return object.fieldNames().stream().filter(name -> !CONTROL.contains(name));
    }

    static String personOf(JsonObject object) {
        try {
            return Identity.of(object).value();
        } catch (BadObject nobody) {
            return "";
        }
    }

    private Stream<JsonObject> jsonObjects(TrackKind kind) {
        return of(kind).stream().filter(JsonObject.class::isInstance).map(JsonObject.class::cast);
    }

    /** One attribute of one person. */
    record Write(String person, String attribute) {}
}
