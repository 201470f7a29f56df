package com.iterate.contracts;

import java.util.Optional;

/** Where the answers of an event go. None: they are recorded and not relayed. */
public enum Delivery {
    BRAZE_ATTRIBUTES("braze-attributes"),
    BRAZE_EVENTS("braze-events");

    private final String wireName;

    Delivery(String wireName) {
        this.wireName = wireName;
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
