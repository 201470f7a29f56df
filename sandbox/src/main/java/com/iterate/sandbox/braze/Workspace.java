package com.iterate.sandbox.braze;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What one API key opens: profiles, and the types that attributes have taken.
 *
 * @see Workspaces
 */
final class Workspace {

    /** Some 50 MB at the most; the profile that was written longest ago goes first. */
    private static final int PROFILES_KEPT = 20_000;

    /** Far more than the surveys of one company have questions. */
    private static final int ATTRIBUTES_KNOWN = 10_000;

    /** Whose {@code braze_id} exists. Braze itself puts it into the link, so as a rule every one does. */
    enum Population {
        EVERYBODY,
        THE_KNOWN
    }

    private final String name;
    private final Set<String> permissions;
    private final Population population;
    private final Map<Identity, Profile> profiles = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<String, AttributeType> types = new LinkedHashMap<>();

    Workspace(String name, Set<String> permissions, Population population) {
        this.name = name;
        this.permissions = Set.copyOf(permissions);
        this.population = population;
    }

    String name() {
        return name;
    }

    boolean permits(String permission) {
        return permissions.contains(permission);
    }

    /** The profile that an object writes to; empty where Braze would say success and do nothing. */
    Optional<Profile> profileFor(Identity identity, JsonObject object, Instant now) {
        Profile known = profiles.get(identity);
        if (known != null) {
            return Optional.of(known);
        }
        boolean updateOnly = object.getBoolean("_update_existing_only", identity.kind() == Identity.Kind.USER_ALIAS);
        boolean exists = identity.kind() == Identity.Kind.BRAZE_ID && population == Population.EVERYBODY;
        return updateOnly && !exists ? Optional.empty() : Optional.of(add(identity, now));
    }

    Profile add(Identity identity, Instant now) {
        if (profiles.size() >= PROFILES_KEPT && !profiles.containsKey(identity)) {
            profiles.remove(profiles.keySet().iterator().next());
        }
        return profiles.computeIfAbsent(identity, id -> new Profile(id, now));
    }

    /** The first value fixes the type of an attribute; false where this one does not fit and is silently ignored. */
    boolean takes(String attribute, AttributeType type) {
        AttributeType fixed = types.get(attribute);
        if (fixed == null && types.size() < ATTRIBUTES_KNOWN) {
            types.put(attribute, type);
        }
        return fixed == null || fixed.takes(type);
    }

    Optional<JsonObject> find(String id) {
        return profiles.values().stream()
                .filter(profile -> profile.is(id))
                .findFirst()
                .map(profile -> profile.toJson(name));
    }

    /** The last written first. */
    List<JsonObject> newest(int most) {
        List<Profile> all = new ArrayList<>(profiles.values());
        Collections.reverse(all);
        return all.stream().limit(most).map(profile -> profile.toJson(name)).toList();
    }

    void forget() {
        profiles.clear();
        types.clear();
    }
}
