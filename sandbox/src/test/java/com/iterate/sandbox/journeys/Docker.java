package com.iterate.sandbox.journeys;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Docker's command line, for the containers of this project. */
final class Docker {

    /** Longer than the longest stop, which is Kafka's. */
    private static final long PATIENCE_SECONDS = 120;

    private static final String PROJECT = "iterate";

    private final Path repository;

    Docker(Path repository) {
        this.repository = repository;
    }

    static String container(String service, int number) {
        return PROJECT + "-" + service + "-" + number;
    }

    String run(String... arguments) {
        return output(Stream.concat(Stream.of("docker"), Stream.of(arguments)).toList());
    }

    /** @param besides what the service finds in its environment as well, as long as its container lives */
    String compose(String service, Map<String, String> besides, String... arguments) {
        List<String> command = new ArrayList<>(List.of("docker", "compose"));
        List<Path> files =
                List.of(Path.of("docker-compose.yml"), Path.of("compose/journeys.yml"), file(service, besides));
        files.forEach(file -> command.addAll(List.of("--file", file.toString())));
        command.addAll(List.of("--profile", "sandbox"));
        command.addAll(List.of(arguments));
        command.add(service);
        return output(command);
    }

    /** JSON is YAML. */
    private Path file(String service, Map<String, String> besides) {
        JsonObject environment = new JsonObject();
        besides.forEach(environment::put);
        JsonObject content = Journey.json("services", Journey.json(service, Journey.json("environment", environment)));
        try {
            Path file = Files.createDirectories(repository.resolve("sandbox/target"))
                    .resolve("compose-besides.json");
            return Files.writeString(file, content.encode());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String output(List<String> command) {
        try {
            Path said = Files.createTempFile("docker", ".out");
            Process process = new ProcessBuilder(command)
                    .directory(repository.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            String text = Files.readString(said, StandardCharsets.UTF_8);
            Files.delete(said);
            if (!ended || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IllegalStateException(String.join(" ", command) + " failed: " + text);
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
