package com.iterate.benchmarks;

import com.iterate.benchmarks.machine.Jdk;
import com.iterate.benchmarks.processes.Bench;
import com.iterate.benchmarks.processes.Workplace;
import java.nio.file.Path;

public final class Benchmarks {
    private Benchmarks() {}

    public static void main(String[] arguments) throws InterruptedException {
        java.util.logging.Logger.getLogger("").setLevel(java.util.logging.Level.WARNING);
        Path repository = Path.of("").toAbsolutePath();
        try (Workplace workplace = Workplace.open(repository.resolve("benchmarks/target/logs"))) {
            Bench bench = Bench.start(workplace, repository);
            com.iterate.benchmarks.scenarios.Trial.run(bench, Jdk.running(), Integer.parseInt(arguments[0]));
        }
    }
}
