package com.iterate.backing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** PostgreSQL as a child process, from binaries that come with the build. */
final class EmbeddedPostgresServer implements PostgresServer {

    /** Three seconds are usual; a busy machine that unpacks the binaries for the first time has taken 14. */
    private static final Duration START = Duration.ofSeconds(60);

    /** A fast stop takes well under a second; a busy machine has needed more than five. */
    private static final Duration STOP = Duration.ofSeconds(30);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private final int port = FreePort.find();
    private final Path directory;
    private EmbeddedPostgres postgres;
    private boolean running = true;

    EmbeddedPostgresServer(Path directory) {
        this.directory = directory;
        this.postgres = started();
    }

    @Override
    public Database administration() {
        return new Database("jdbc:postgresql://localhost:" + port + "/postgres", "postgres", "postgres");
    }

    @Override
    public synchronized void stop() {
        try {
            postgres.close();
            awaitEnd();
            running = false;
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not stop", e);
        }
    }

    @Override
    public synchronized void start() {
        if (!running) {
            postgres = started();
            running = true;
        }
    }

    @Override
    public void close() {
        stop();
    }

    /**
     * The library waits five seconds at most, and not at all where its own shutdown hook came first; files that are removed
     * or used anew before the server has ended are written again by it.
     */
    private void awaitEnd() throws IOException {
        long deadline = System.nanoTime() + STOP.toNanos();
        while (Files.exists(directory.resolve("postmaster.pid"))) {
            if (System.nanoTime() > deadline) {
                throw new IOException("it still runs after " + STOP.toSeconds() + " s");
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    private EmbeddedPostgres started() {
        try {
            return EmbeddedPostgres.builder()
                    .setPort(port)
                    .setDataDirectory(directory)
                    .setCleanDataDirectory(false)
                    .setPGStartupWait(START)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start", e);
        }
    }
}
