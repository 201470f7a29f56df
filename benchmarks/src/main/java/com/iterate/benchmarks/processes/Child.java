package com.iterate.benchmarks.processes;

import com.iterate.benchmarks.machine.Usage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A process that we started. */
public final class Child implements AutoCloseable {

    /** The relay finishes its requests and commits within its shutdown time-out of 20 s. Then a process is ended. */
    private static final Duration LEAVE = Duration.ofSeconds(25);

    private static final int LINES_TO_SHOW = 25;

    private final String name;
    private final Process process;
    private final Path log;
    private final BufferedReader output;

    private Child(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Speaks to us on its standard output and listens on its standard input; its errors go to the log. */
    static Child speaking(String name, List<String> command, Path log) {
        return start(name, new ProcessBuilder(command).redirectError(log.toFile()), log);
    }

    /** Says everything to its log. */
    static Child silent(String name, List<String> command, Map<String, String> environment, Path log) {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        return start(name, builder, log);
    }

    private static Child start(String name, ProcessBuilder builder, Path log) {
        try {
            return new Child(name, builder.start(), log);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " could not be started", e);
        }
    }

    String read() {
        try {
            String line = output.readLine();
            if (line == null) {
                throw ended();
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be heard", e);
        }
    }

    String ask(String question) {
        try {
            process.outputWriter(StandardCharsets.UTF_8)
                    .append(question)
                    .append('\n')
                    .flush();
            return read();
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be asked", e);
        }
    }

    public void mustLive() {
        if (!process.isAlive()) {
            throw ended();
        }
    }

    public Usage usage() {
        return Usage.of(process.pid());
    }

    public long peakMegabytes() {
        return Usage.peakMegabytes(process.pid());
    }

    /** In order first, then by force. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(LEAVE.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** At once. */
    void kill() {
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private IllegalStateException ended() {
        try {
            List<String> lines = Files.readAllLines(log);
            return new IllegalStateException(name + " has ended. Its last lines:\n"
                    + String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_TO_SHOW), lines.size())));
        } catch (IOException e) {
            return new IllegalStateException(name + " has ended, and its log cannot be read", e);
        }
    }
}
