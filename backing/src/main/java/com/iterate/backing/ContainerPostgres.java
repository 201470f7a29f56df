package com.iterate.backing;

import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** The PostgreSQL that production runs, in a container. */
final class ContainerPostgres implements PostgresServer {

    private final PostgreSQLContainer container = FixedPort.publish(
            new PostgreSQLContainer("postgres:17")
                    .withDatabaseName("postgres")
                    // Over TCP, which the image opens last; how often it logs that it is ready is its own affair.
                    .waitingFor(Wait.forSuccessfulCommand("pg_isready -h 127.0.0.1 -d postgres")),
            PostgreSQLContainer.POSTGRESQL_PORT);

    ContainerPostgres() {
        container.start();
    }

    @Override
    public Database administration() {
        return new Database(container.getJdbcUrl(), container.getUsername(), container.getPassword());
    }

    @Override
    public void stop() {
        FixedPort.stop(container);
    }

    @Override
    public void start() {
        FixedPort.start(container);
        Answering.await(administration());
    }

    @Override
    public void close() {
        container.close();
    }
}
