package com.iterate.sandbox.journeys;

import com.iterate.backing.Server;
import com.iterate.sandbox.LocalSystem;
import com.iterate.sandbox.services.ServiceProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What {@code ./quickstart} starts. */
record OnThisMachine(LocalSystem system) implements RunningSystem {

    @Override
    public URI publicUrl() {
        return system.publicUrl();
    }

    @Override
    public URI braze() {
        return system.braze();
    }

    @Override
    public URI brazeForServices() {
        return system.braze();
    }

    @Override
    public String operatorPassword() {
        return system.secrets().read(system.secrets().operatorPassword());
    }

    @Override
    public String kafkaBootstrapServers() {
        return system.backing().kafkaBootstrapServers();
    }

    @Override
    public Server kafka() {
        return system.backing().kafka();
    }

    @Override
    public Server postgres() {
        return system.backing().postgres();
    }

    @Override
    public Part settings() {
        return new OneProcess(system.services().settings());
    }

    @Override
    public Part survey() {
        return new OneProcess(system.services().survey());
    }

    @Override
    public Part relay() {
        return new OneProcess(system.services().relay());
    }

    @Override
    public Part secondRelay() {
        return new OneProcess(system.services().secondRelay());
    }

    @Override
    public List<URI> metrics() {
        return system.services().all().stream()
                .map(service -> service.management().resolve("/q/metrics"))
                .toList();
    }

    @Override
    public List<Part> loggers() {
        return services();
    }

    private record OneProcess(ServiceProcess process) implements Part {

        @Override
        public String name() {
            return process.name();
        }

        @Override
        public void start() {
            process.start();
        }

        @Override
        public void start(Map<String, String> besides) {
            process.start(besides);
        }

        @Override
        public void stop() {
            process.stop();
        }

        @Override
        public void kill() throws InterruptedException {
            process.kill();
        }

        @Override
        public void awaitReady() throws InterruptedException {
            process.awaitReady();
        }

        @Override
        public Stream<String> log() {
            try {
                return Files.readAllLines(process.log()).stream();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
