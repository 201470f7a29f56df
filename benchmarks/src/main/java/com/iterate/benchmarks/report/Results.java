package com.iterate.benchmarks.report;

import com.iterate.benchmarks.machine.Machine;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The folder of results: a JSON file for each scenario, with the machine and the date. */
public record Results(Path folder) {

    public void write(String scenario, String effort, Machine machine, JsonObject figures) {
        JsonObject result =
                new JsonObject().put("scenario", scenario).put("effort", effort).put("machine", machine.json());
        save(scenario + ".json", result.mergeIn(figures).encodePrettily() + "\n");
    }

    Optional<JsonObject> read(String scenario) {
        Path file = folder.resolve(scenario + ".json");
        try {
            return Files.exists(file) ? Optional.of(new JsonObject(Files.readString(file))) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    void save(String name, String text) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + name, e);
        }
    }
}
