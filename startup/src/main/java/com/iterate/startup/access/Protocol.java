package com.iterate.startup.access;

import java.util.Optional;
import java.util.stream.Stream;

/** How a client talks to Kafka; Kafka's own words. */
enum Protocol {
    PLAINTEXT,
    SSL,
    SASL_PLAINTEXT,
    SASL_SSL;

    static Optional<Protocol> named(String word) {
        return Stream.of(values()).filter(each -> each.name().equals(word)).findFirst();
    }

    boolean isEncrypted() {
        return this == SSL || this == SASL_SSL;
    }

    boolean signsIn() {
        return this == SASL_PLAINTEXT || this == SASL_SSL;
    }
}
