package com.iterate.sandbox.journeys;

import com.iterate.backing.Backing;
import com.iterate.sandbox.DataFolder;
import com.iterate.sandbox.LocalSystem;
import com.iterate.sandbox.Progress;
import com.iterate.sandbox.services.Ports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The whole system, started once for all journeys; the end of the JVM stops it. */
final class SystemUnderTest {

    private static final Collector COLLECTOR = Collector.listening();

    private static final Map<String, String> COLLECTED = Map.of(
            "OTEL_EXPORTER_OTLP_ENDPOINT",
            COLLECTOR.address().toString(),
            "LOG_FORMAT",
            "json",
            // Spans wait 5 s for others as a rule.
            "QUARKUS_OTEL_BSP_SCHEDULE_DELAY",
            "200MS");

    private static Optional<RunningSystem> running = Optional.empty();
    private static Optional<RuntimeException> failed = Optional.empty();

    private SystemUnderTest() {}

    /** Tried once: a system that did not start for the first journey would not start for the next either. */
    static synchronized RunningSystem running() {
        if (failed.isPresent()) {
            throw failed.get();
        }
        if (running.isEmpty()) {
            try {
                running = Optional.of(chosen());
            } catch (RuntimeException why) {
                failed = Optional.of(why);
                throw why;
            }
        }
        return running.get();
    }

    static Collector collector() {
        return COLLECTOR;
    }

    /** {@code -Djourneys.system=compose}: the one that runs already in containers. */
    private static RunningSystem chosen() {
        String wanted = System.getProperty("journeys.system", "local");
        return switch (wanted) {
            case "local" -> new OnThisMachine(start("journeys", COLLECTED, Backing::start));
            case "compose" -> InCompose.connected(repository());
            default -> throw new IllegalStateException("journeys.system is local or compose, not " + wanted);
        };
    }

    private static Path repository() {
        return Path.of("").toAbsolutePath().getParent();
    }

    /**
     * A system of its own, beside the one that runs.
     *
     * @param name    of its folder
     * @param besides what its services find in their environment as well
     */
    static LocalSystem start(String name, Map<String, String> besides, Function<Path, Backing> servers) {
        Path repository = repository();
        for (String service : List.of("settings-service", "survey-service", "relay-service")) {
            if (!Files.exists(repository.resolve(service).resolve("target/quarkus-app/quarkus-run.jar"))) {
                throw new IllegalStateException(service + " is not packaged: the journeys start the services' own jars."
                        + " Run 'mvn verify' from the root of the repository");
            }
        }
        // Kept after the run: the logs say what a failed journey does not.
        Path data = repository.resolve(
                "sandbox/target/" + name + "-" + ProcessHandle.current().pid());
        try {
            return LocalSystem.start(
                    repository,
                    DataFolder.of(Optional.of(data)),
                    Ports.free(),
                    new Progress(System.out),
                    besides,
                    servers);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the system started", e);
        }
    }
}
