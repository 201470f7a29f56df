package com.iterate.backing;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Kafka with the topics of the contract, and PostgreSQL with a database for each service. */
public final class Backing implements AutoCloseable {

    private final KafkaServer kafka;
    private final PostgresServer postgres;
    private final Databases databases;
    private final Runnable cleanUp;

    private Backing(KafkaServer kafka, PostgresServer postgres, Runnable cleanUp) {
        this.kafka = kafka;
        this.postgres = postgres;
        this.databases = new Databases(postgres.administration());
        this.cleanUp = cleanUp;
    }

    /** In a temporary folder, which goes when this closes or the JVM ends. */
    public static Backing start() {
        TemporaryFolder folder = TemporaryFolder.create();
        return start(folder.path(), Kind.chosen(), folder::delete);
    }

    /** In a folder that stays; a second start finds what the first has left. */
    public static Backing start(Path directory) {
        return start(directory, Kind.chosen(), () -> {});
    }

    /** Whatever is chosen for others: with a Kafka that services reach over TLS and with a password only. */
    public static Backing startGuarded(Path directory) {
        return start(directory, Kind.GUARDED, () -> {});
    }

    private static Backing start(Path directory, Kind kind, Runnable cleanUp) {
        // Both at once: together they take as long as the slower one.
        CompletableFuture<PostgresServer> postgres =
                CompletableFuture.supplyAsync(() -> kind.postgres(directory), task -> new Thread(task).start());
        try {
            KafkaServer kafka = kind.kafka(directory);
            Topics.create(kafka.bootstrapServers());
            return new Backing(kafka, postgres.join(), cleanUp);
        } catch (CompletionException e) {
            throw new IllegalStateException("PostgreSQL did not start", e.getCause());
        }
    }

    public String kafkaBootstrapServers() {
        return kafka.bootstrapServers();
    }

    /** What a service is told to reach Kafka. */
    public Map<String, String> kafkaEnvironment() {
        return kafka.environment();
    }

    /** The service's own database, made at the first call. */
    public Database database(String name) {
        return databases.named(name);
    }

    /** To take Kafka away for a while. */
    public Server kafka() {
        return kafka;
    }

    /** To take PostgreSQL away for a while. */
    public Server postgres() {
        return postgres;
    }

    /** As the superuser; what {@link BackingTestResource} needs to find the same server again. */
    Database administration() {
        return postgres.administration();
    }

    @Override
    public void close() {
        try {
            kafka.close();
        } finally {
            postgres.close();
            cleanUp.run();
        }
    }
}
