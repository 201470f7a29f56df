package com.iterate.webkit;

import java.util.Locale;
import java.util.Optional;

/** What a person may do. Declared from little to much: a role includes the ones before it. */
public enum Role {
    /** Reads surveys and results of one company. */
    VIEWER,
    /** Writes surveys, connects Braze and adds members of one company. */
    ADMIN,
    /** Runs the installation: every company. */
    OPERATOR;

    /** The name in tokens and in JSON. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean includes(Role other) {
        return compareTo(other) >= 0;
    }

    public static Optional<Role> ofWireName(String name) {
        for (Role role : values()) {
            if (role.wireName().equals(name)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}
