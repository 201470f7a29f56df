package com.iterate.startup.access;

import java.util.Optional;
import java.util.stream.Stream;

/** How an account proves itself to Kafka with a password. */
enum Mechanism {
    SCRAM_SHA_512("SCRAM-SHA-512", "org.apache.kafka.common.security.scram.ScramLoginModule"),
    SCRAM_SHA_256("SCRAM-SHA-256", "org.apache.kafka.common.security.scram.ScramLoginModule"),
    PLAIN("PLAIN", "org.apache.kafka.common.security.plain.PlainLoginModule");

    private final String wireName;
    private final String module;

    Mechanism(String wireName, String module) {
        this.wireName = wireName;
        this.module = module;
    }

    static Optional<Mechanism> named(String wireName) {
        return Stream.of(values())
                .filter(each -> each.wireName.equals(wireName))
                .findFirst();
    }

    String wireName() {
        return wireName;
    }

    String module() {
        return module;
    }
}
