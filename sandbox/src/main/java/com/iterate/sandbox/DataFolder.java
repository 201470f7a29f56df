package com.iterate.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Where everything is kept: a folder that somebody named, or one that goes at the end. */
public record DataFolder(Path path, Life life) implements AutoCloseable {

    public enum Life {
        KEPT,
        TEMPORARY
    }

    public static DataFolder of(Optional<Path> named) {
        try {
            return named.isPresent()
                    ? new DataFolder(Files.createDirectories(named.get()), Life.KEPT)
                    : new DataFolder(Files.createTempDirectory("iterate-sandbox"), Life.TEMPORARY);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the folder for data: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        if (life == Life.TEMPORARY && Files.exists(path)) {
            try (Stream<Path> inside = Files.walk(path)) {
                inside.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            } catch (IOException | UncheckedIOException left) {
                System.getLogger(DataFolder.class.getName()).log(System.Logger.Level.WARNING, "left behind: {0}", path);
            }
        }
    }
}
