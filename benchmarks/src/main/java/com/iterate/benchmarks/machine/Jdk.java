package com.iterate.benchmarks.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A Java that the relay can run on.
 *
 * @param options that make the most of it in a small container
 */
public record Jdk(int version, Path home, List<String> options) {

    private static final Path INSTALLED = Path.of("/usr/lib/jvm");

    /** The one that runs this. */
    public static Jdk running() {
        return of(Runtime.version().feature(), Path.of(System.getProperty("java.home")));
    }

    /** Of this version, if the machine has it. */
    public static Optional<Jdk> installed(int version) {
        if (!Files.isDirectory(INSTALLED)) {
            return Optional.empty();
        }
        try (Stream<Path> homes = Files.list(INSTALLED)) {
            return homes.filter(home -> Files.isExecutable(home.resolve("bin/java")) && versionOf(home) == version)
                    .sorted()
                    .findFirst()
                    .map(home -> of(version, home));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path command() {
        return home.resolve("bin/java");
    }

    private static Jdk of(int version, Path home) {
        return new Jdk(version, home, version >= 25 ? List.of("-XX:+UseCompactObjectHeaders") : List.of());
    }

    private static int versionOf(Path home) {
        try {
            return Files.readAllLines(home.resolve("release")).stream()
                    .filter(line -> line.startsWith("JAVA_VERSION="))
                    .map(line -> line.replaceAll("[^0-9.]", "").split("\\.", -1)[0])
                    .mapToInt(Integer::parseInt)
                    .findFirst()
                    .orElse(0);
        } catch (IOException notAJdk) {
            return 0;
        }
    }
}
