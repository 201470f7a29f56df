package com.iterate.startup.access;

import io.quarkus.arc.Unremovable;
import io.quarkus.credentials.CredentialsProvider;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.microprofile.config.Config;

/** Asked by the pool for each new connection, so that a changed file needs no restart. */
@Singleton
@Unremovable
class DatabasePassword implements CredentialsProvider {

    static final String PASSWORD = "DATABASE_PASSWORD";

    private final Config config;

    DatabasePassword(Config config) {
        this.config = config;
    }

    @Override
    public Uni<Map<String, String>> getCredentialsAsync(String name) {
        // The pool interrupts its thread when a connection takes too long. What is left of that would meet the next
        // connection, and whoever waits for it, before anybody has tried.
        Thread.interrupted();
        return Uni.createFrom().item(() -> getCredentials(name));
    }

    @Override
    public Map<String, String> getCredentials(String name) {
        return Map.of(PASSWORD_PROPERTY_NAME, password());
    }

    private String password() {
        return config.getOptionalValue(PASSWORD + "_FILE", String.class)
                .filter(file -> !file.isBlank())
                .map(file -> PasswordFile.read(Path.of(file)))
                .orElseGet(() -> config.getValue(PASSWORD, String.class));
    }
}
