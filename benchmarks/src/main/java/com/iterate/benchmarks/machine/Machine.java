package com.iterate.benchmarks.machine;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Where figures were taken: without it they say nothing. */
public record Machine(int cores, String processor, long memoryMegabytes, String jdk, String kernel, Instant date) {

    public static Machine here() {
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                valueOf("/proc/cpuinfo", "model name"),
                Long.parseLong(valueOf("/proc/meminfo", "MemTotal").replaceAll("\\D", "")) / 1024,
                System.getProperty("java.vm.name") + " " + Runtime.version(),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                Instant.now().truncatedTo(ChronoUnit.SECONDS));
    }

    public JsonObject json() {
        return new JsonObject()
                .put("cores", cores)
                .put("processor", processor)
                .put("memoryMegabytes", memoryMegabytes)
                .put("jdk", jdk)
                .put("kernel", kernel)
                .put("date", date.toString());
    }

    @Override
    public String toString() {
        return cores + " cores (" + processor + "), " + memoryMegabytes + " MB, " + jdk + ", " + kernel + ", " + date;
    }

    private static String valueOf(String file, String name) {
        try {
            return Files.readAllLines(Path.of(file)).stream()
                    .filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("0");
        } catch (IOException e) {
            throw new UncheckedIOException("this needs Linux: " + file, e);
        }
    }
}
