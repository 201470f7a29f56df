package com.iterate.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The environment without which nothing works, checked before the framework would fail on it with a page of causes. */
final class RequiredEnvironment {

    private static final Map<String, String> REQUIRED = new LinkedHashMap<>();

    static {
        REQUIRED.put("PUBLIC_URL", "the one origin that browsers use, such as https://surveys.example.com");
        REQUIRED.put("KAFKA_BOOTSTRAP_SERVERS", "where Kafka is, such as kafka-1:9092,kafka-2:9092");
        REQUIRED.put("DATABASE_URL", "the PostgreSQL database, such as jdbc:postgresql://db/settings");
        REQUIRED.put("DATABASE_USERNAME", "the role that owns the database");
        REQUIRED.put("DATABASE_PASSWORD", "that role's password");
        REQUIRED.put("RELAY_SERVICE_URL", "relay-service, such as http://relay:8083");
        REQUIRED.put("SESSION_KEYS_FILE", "a JWKS file with the private EC P-256 keys that sign sessions");
        REQUIRED.put("RELAY_PUBLIC_KEYS_FILE", "a JWKS file with the public keys of the relay");
        REQUIRED.put("CONNECTION_KEYS_FILE", "a Tink JSON keyset (AES256_GCM) that encrypts Braze keys");
    }

    private final Map<String, String> environment;

    RequiredEnvironment(Map<String, String> environment) {
        this.environment = environment;
    }

    Optional<String> firstLack() {
        return REQUIRED.entrySet().stream()
                .flatMap(required -> lack(required.getKey(), required.getValue()).stream())
                .findFirst();
    }

    private Optional<String> lack(String name, String meaning) {
        String value = environment.getOrDefault(name, "");
        if (value.isBlank()) {
            return Optional.of("set " + name + " (" + meaning + ").");
        }
        if (name.endsWith("_FILE") && !Files.isReadable(Path.of(value))) {
            return Optional.of(name + " names " + value + ", which cannot be read; it must be " + meaning + ".");
        }
        return Optional.empty();
    }
}
