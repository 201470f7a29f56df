package com.iterate.backing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Gives a {@code @QuarkusTest} Kafka and, with the init argument {@code database}, a database of that name.
 *
 * <p>Quarkus loads this class anew for each test profile, so its static fields are no place for the servers: their
 * addresses stay in system properties, {@link #stop} does nothing, and the end of the JVM closes them.
 */
public final class BackingTestResource implements QuarkusTestResourceLifecycleManager {

    private static final String KAFKA = "com.iterate.backing.kafka";
    private static final String POSTGRES = "com.iterate.backing.postgres";

    private Optional<String> database = Optional.empty();

    @Override
    public void init(Map<String, String> arguments) {
        database = Optional.ofNullable(arguments.get("database"));
    }

    @Override
    public Map<String, String> start() {
        // The one object that every class loader of this JVM shares.
        synchronized (System.class) {
            if (System.getProperty(KAFKA) == null) {
                Backing backing = Backing.start();
                Runtime.getRuntime().addShutdownHook(new Thread(backing::close));
                Database administration = backing.administration();
                System.setProperty(KAFKA, backing.kafkaBootstrapServers());
                System.setProperty(POSTGRES + ".url", administration.jdbcUrl());
                System.setProperty(POSTGRES + ".username", administration.username());
                System.setProperty(POSTGRES + ".password", administration.password());
            }
        }
        Map<String, String> settings = new HashMap<>();
        settings.put("KAFKA_BOOTSTRAP_SERVERS", property(KAFKA));
        database.map(new Databases(new Database(
                        property(POSTGRES + ".url"),
                        property(POSTGRES + ".username"),
                        property(POSTGRES + ".password")))::named)
                .ifPresent(own -> {
                    settings.put("DATABASE_URL", own.jdbcUrl());
                    settings.put("DATABASE_USERNAME", own.username());
                    settings.put("DATABASE_PASSWORD", own.password());
                });
        return settings;
    }

    @Override
    public void stop() {
        // The next profile uses the same servers.
    }

    private static String property(String name) {
        return System.getProperty(name, "");
    }
}
