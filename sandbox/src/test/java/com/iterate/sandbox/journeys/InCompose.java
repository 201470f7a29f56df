package com.iterate.sandbox.journeys;

import com.iterate.backing.Server;
import com.iterate.sandbox.client.Api;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What {@code docker-compose.yml} starts, with {@code compose/journeys.yml} beside it; somebody else has started it. */
record InCompose(Docker docker, String operatorPassword) implements RunningSystem {

    static InCompose connected(Path repository) {
        InCompose system =
                new InCompose(new Docker(repository), read(repository.resolve("compose/secrets.d/operator-password")));
        try {
            Api.at(system.publicUrl()).get("/.well-known/jwks.json").orFail("reach the system");
            Api.at(system.braze()).get("/sandbox/faults").orFail("reach the Braze stand-in");
        } catch (UncheckedIOException | IllegalStateException away) {
            throw new IllegalStateException(
                    "The system does not run. Start it with: docker compose -f docker-compose.yml -f compose/journeys.yml"
                            + " --profile sandbox up --wait",
                    away);
        }
        return system;
    }

    @Override
    public URI publicUrl() {
        return URI.create("http://localhost:8080");
    }

    @Override
    public URI braze() {
        return URI.create("http://localhost:8090");
    }

    @Override
    public URI brazeForServices() {
        return URI.create("http://braze.sandbox.test:8090");
    }

    /** As {@code compose/journeys.yml} publishes it. */
    @Override
    public String kafkaBootstrapServers() {
        return "localhost:29092";
    }

    @Override
    public Server kafka() {
        return OneContainer.of(docker, "kafka");
    }

    @Override
    public Server postgres() {
        return OneContainer.of(docker, "postgres");
    }

    @Override
    public Part settings() {
        return OneContainer.of(docker, "settings-service");
    }

    @Override
    public Part survey() {
        return OneContainer.of(docker, "survey-service");
    }

    @Override
    public Part relay() {
        return OneContainer.of(docker, "relay-service");
    }

    @Override
    public Part secondRelay() {
        return new OneContainer(docker, "relay-service", 2);
    }

    @Override
    public List<Part> loggers() {
        return List.of(settings(), survey(), relay(), OneContainer.of(docker, "origin"));
    }

    private static String read(Path secret) {
        try {
            return Files.readString(secret).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("run compose/secrets first, and start the system", e);
        }
    }
}
