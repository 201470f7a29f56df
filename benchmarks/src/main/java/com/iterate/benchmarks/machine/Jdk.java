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
 * @param heap MB at most
 * @param initialHeap MB at the start; the young generation is half of it and stays so, the old one grows up to {@code heap} if it must
 */
public record Jdk(int version, Path home, int heap, int initialHeap) {

    private static final int OURS = 256;

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

    /** The heap, and what makes the most of this version in a small container. */
    public List<String> options() {
        // The start too is said: left to the JVM, it is a share of the machine's memory.
        List<String> sizes = List.of("-Xms" + initialHeap + "m", "-Xmx" + heap + "m");
        return version >= 25
                ? Stream.concat(sizes.stream(), Stream.of("-XX:+UseCompactObjectHeaders"))
                        .toList()
                : sizes;
    }

    /**
     * With the sizes in which the whole process stays within 400 MB, on 25 within 350 MB: some 190 MB of it lie outside of the heap
     * (classes, compiled code, the collector's own, threads). Java 17 lets the old generation grow only when it must; 25 takes
     * everything that it may have, so it may have less.
     */
    public Jdk frugal() {
        return version >= 25 ? withHeap(160) : new Jdk(version, home, heap, 200);
    }

    /**
     * Twice as large, for others: Parallel Consumer's batches of 7,500 leave so little of 256 MB that it was seen to deliver 18,000
     * answers a second or 300.
     */
    public Jdk generous() {
        return withHeap(2 * OURS);
    }

    private Jdk withHeap(int megabytes) {
        return new Jdk(version, home, megabytes, megabytes);
    }

    private static Jdk of(int version, Path home) {
        return new Jdk(version, home, OURS, OURS);
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
