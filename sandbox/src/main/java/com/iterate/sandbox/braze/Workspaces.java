package com.iterate.sandbox.braze;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The workspaces by the keys that open them. */
final class Workspaces {

    /** More than any test makes; without a bound a loop in a test would fill the memory. */
    private static final int MOST = 200;

    private final Map<String, Workspace> byKey = new LinkedHashMap<>();

    Optional<Workspace> openedBy(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** Replaces what the key opened before. */
    void put(String key, Workspace workspace) {
        if (byKey.size() >= MOST && !byKey.containsKey(key)) {
            throw new IllegalStateException("there are " + MOST + " workspaces already; DELETE /sandbox first");
        }
        byKey.put(key, workspace);
    }

    Optional<Workspace> named(String name) {
        return byKey.values().stream()
                .filter(workspace -> workspace.name().equals(name))
                .findFirst();
    }

    Optional<JsonObject> find(String id) {
        return byKey.values().stream()
                .flatMap(workspace -> workspace.find(id).stream())
                .findFirst();
    }

    List<JsonObject> newest(int most) {
        List<JsonObject> all = new ArrayList<>();
        byKey.values().forEach(workspace -> all.addAll(workspace.newest(most)));
        all.sort((one, other) -> other.getString("updated").compareTo(one.getString("updated")));
        return all.stream().limit(most).toList();
    }

    void forget() {
        byKey.values().forEach(Workspace::forget);
    }
}
