package com.iterate.sandbox.services;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** One service: started, watched until it is ready, stopped by its handle. */
public final class ServiceProcess {

    /** Seven seconds for all three on two busy cores; a machine that swaps is given two minutes. */
    private static final Duration READY = Duration.ofMinutes(2);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final Installed installed;
    private final ServiceJvm jvm = ServiceJvm.in(System.getenv());
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    private Optional<Process> process = Optional.empty();

    public ServiceProcess(Installed installed) {
        this.installed = installed;
    }

    /**
     * @param jar            {@code quarkus-run.jar}
     * @param managementPort where health and metrics are
     */
    public record Installed(
            String name, Path jar, Map<String, String> environment, int port, int managementPort, Path log) {

        /** The environment holds secrets. */
        @Override
        public String toString() {
            return "Installed[" + name + "]";
        }
    }

    public String name() {
        return installed.name;
    }

    public Path log() {
        return installed.log;
    }

    public URI management() {
        return URI.create("http://127.0.0.1:" + installed.managementPort);
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + installed.port);
    }

    public void start() {
        start(Map.of());
    }

    /** @param besides what it finds in its environment as well, until it is started again */
    public synchronized void start(Map<String, String> besides) {
        if (!Files.exists(installed.jar)) {
            throw new IllegalStateException(
                    installed.jar + " is missing: build it with 'mvn -Dquick -DskipTests package'");
        }
        ProcessBuilder command = new ProcessBuilder(java());
        command.command().addAll(jvm.optionsOf(installed.name));
        command.command().addAll(List.of("-jar", installed.jar.toString()));
        command.environment().putAll(installed.environment);
        command.environment().putAll(besides);
        command.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(installed.log.toFile()));
        try {
            process = Optional.of(command.start());
        } catch (IOException e) {
            throw new UncheckedIOException(installed.name + " could not be started", e);
        }
    }

    public void awaitReady() throws InterruptedException {
        long deadline = System.nanoTime() + READY.toNanos();
        while (!isReady()) {
            if (!isAlive()) {
                throw new IllegalStateException(
                        installed.name + " ended while it started. Its last lines:\n" + lastLines());
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(installed.name + " is not ready after " + READY.toSeconds()
                        + " s. Its last lines:\n" + lastLines());
            }
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        }
    }

    public boolean isReady() throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(management().resolve("/q/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** In order: what is in flight is finished. */
    public synchronized void stop() {
        process.ifPresent(running -> {
            running.destroy();
            try {
                if (!running.waitFor(jvm.leave().toMillis(), TimeUnit.MILLISECONDS)) {
                    running.destroyForcibly().waitFor();
                }
            } catch (InterruptedException e) {
                running.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        });
        process = Optional.empty();
    }

    /** SIGKILL, as an out-of-memory killer or a lost machine does. */
    public synchronized void kill() throws InterruptedException {
        if (process.isPresent()) {
            process.get().destroyForcibly().waitFor();
        }
        process = Optional.empty();
    }

    private synchronized boolean isAlive() {
        return process.map(Process::isAlive).orElse(false);
    }

    private String lastLines() {
        try {
            List<String> lines = Files.readAllLines(installed.log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
        } catch (IOException e) {
            return "(no log: " + e.getMessage() + ")";
        }
    }

    /** The very Java that runs this. */
    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
