package com.iterate.backing;

import java.nio.file.Path;

/** Which kind of Kafka and PostgreSQL stands behind the tests. */
enum Kind {
    /** Inside this JVM and beside it: needs nothing but Java. */
    EMBEDDED {
        @Override
        KafkaServer kafka(Path directory) {
            return new EmbeddedKafka(directory.resolve("kafka"));
        }

        @Override
        PostgresServer postgres(Path directory) {
            return new EmbeddedPostgresServer(directory.resolve("postgres"));
        }
    },

    /** The same, with a Kafka that asks services for a password, over TLS. */
    GUARDED {
        @Override
        KafkaServer kafka(Path directory) {
            return new GuardedKafka(directory.resolve("kafka"), directory.resolve("guard"));
        }

        @Override
        PostgresServer postgres(Path directory) {
            return EMBEDDED.postgres(directory);
        }
    },

    /** What production runs; needs a Docker engine. */
    CONTAINERS {
        @Override
        KafkaServer kafka(Path directory) {
            return new ContainerKafka();
        }

        @Override
        PostgresServer postgres(Path directory) {
            return new ContainerPostgres();
        }
    };

    abstract KafkaServer kafka(Path directory);

    abstract PostgresServer postgres(Path directory);

    /** By {@code -Dinfra}. */
    static Kind chosen() {
        String infra = System.getProperty("infra", "embedded");
        return switch (infra) {
            case "embedded", "" -> EMBEDDED;
            case "containers" -> CONTAINERS;
            default ->
                throw new IllegalArgumentException("-Dinfra is 'embedded' (the default) or 'containers', not " + infra);
        };
    }
}
