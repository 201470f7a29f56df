package com.iterate.startup.access;

import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** The variables as they were set, whether they make sense or not. */
record KafkaSettings(Config config) {

    static final String BOOTSTRAP_SERVERS = "KAFKA_BOOTSTRAP_SERVERS";
    static final String PROTOCOL = "KAFKA_SECURITY_PROTOCOL";
    static final String MECHANISM = "KAFKA_SASL_MECHANISM";
    static final String USERNAME = "KAFKA_USERNAME";
    static final String PASSWORD_FILE = "KAFKA_PASSWORD_FILE";
    static final String CA_FILE = "KAFKA_CA_FILE";

    /** Set and empty counts as not set: compose files pass variables on that nobody has given a value. */
    Optional<String> text(String variable) {
        return config.getOptionalValue(variable, String.class).filter(value -> !value.isBlank());
    }

    String protocolWord() {
        return text(PROTOCOL).orElse(Protocol.PLAINTEXT.name());
    }

    String mechanismWord() {
        return text(MECHANISM).orElse(Mechanism.SCRAM_SHA_512.wireName());
    }
}
