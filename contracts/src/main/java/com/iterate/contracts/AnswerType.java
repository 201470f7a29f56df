package com.iterate.contracts;

import java.util.Locale;
import java.util.Optional;

/** What an answer is on the wire, and so which type its Braze attribute takes. */
public enum AnswerType {
    NUMBER,
    TEXT,
    BOOLEAN,
    CHOICES,
    DATE;

    private final String wireName = name().toLowerCase(Locale.ROOT);

    public String wireName() {
        return wireName;
    }

    public static Optional<AnswerType> ofWireName(String name) {
        for (AnswerType type : values()) {
            if (type.wireName.equals(name)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
