package com.iterate.sandbox.proxy;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which path is whose. */
final class Routes {

    private static final Map<String, Target> OWNERS = new LinkedHashMap<>();

    static {
        for (String path :
                List.of("/settings", "/sign-in", "/sign-out", "/api/session", "/api/companies", "/.well-known")) {
            OWNERS.put(path, Target.SETTINGS);
        }
        for (String path : List.of("/delivery", "/api/lanes", "/api/dead-letters", "/api/deliveries", "/api/audit")) {
            OWNERS.put(path, Target.RELAY);
        }
    }

    /** Between the services themselves, and for who runs them. */
    private static final Set<String> NEVER = Set.of("internal", "q");

    private Routes() {}

    /** Empty: nobody's business from outside. */
    static Optional<Target> of(String path) {
        Optional<List<String>> segments = segments(path);
        if (segments.isEmpty()
                || (!segments.get().isEmpty() && NEVER.contains(segments.get().get(0)))) {
            return Optional.empty();
        }
        String plain = "/" + String.join("/", segments.get());
        return Optional.of(OWNERS.entrySet().stream()
                .filter(owner -> plain.equals(owner.getKey()) || plain.startsWith(owner.getKey() + "/"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(Target.SURVEY));
    }

    /**
     * The path as a service would read it: decoded, without empty segments and matrix parameters. A path that climbs, or
     * hides a slash behind an escape, is nobody's: no honest link looks like that, and services differ in how they read it.
     */
    private static Optional<List<String>> segments(String path) {
        List<String> segments = new ArrayList<>();
        for (String raw : path.split("/")) {
            String segment;
            try {
                // A plus sign is itself in a path; only forms write a blank so.
                segment = URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException brokenEscape) {
                return Optional.empty();
            }
            int parameters = segment.indexOf(';');
            String name = parameters < 0 ? segment : segment.substring(0, parameters);
            if (name.equals("..") || name.equals(".") || name.contains("/") || name.contains("\\")) {
                return Optional.empty();
            }
            if (!name.isEmpty()) {
                segments.add(name);
            }
        }
        return Optional.of(segments);
    }
}
