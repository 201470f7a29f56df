package com.iterate.contracts;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where the answers of an event go. None: they are recorded and not relayed. */
public enum Delivery {
    BRAZE_ATTRIBUTES("braze-attributes"),
    BRAZE_EVENTS("braze-events");

    /** Every set that there can be, by its bits: an event is not the place for one of its own. */
    private static final List<Set<Delivery>> SETS =
            List.of(Set.of(), Set.of(BRAZE_ATTRIBUTES), Set.of(BRAZE_EVENTS), Set.of(BRAZE_ATTRIBUTES, BRAZE_EVENTS));

    private final String wireName;

    Delivery(String wireName) {
        this.wireName = wireName;
    }

    /** The same set, unchangeable and shared. */
    static Set<Delivery> shared(Set<Delivery> set) {
        return SETS.get((set.contains(BRAZE_ATTRIBUTES) ? 1 : 0) + (set.contains(BRAZE_EVENTS) ? 2 : 0));
    }

    public String wireName() {
        return wireName;
    }

    public static Optional<Delivery> ofWireName(String name) {
        for (Delivery delivery : values()) {
            if (delivery.wireName.equals(name)) {
                return Optional.of(delivery);
            }
        }
        return Optional.empty();
    }
}
