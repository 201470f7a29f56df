package com.iterate.benchmarks;

import com.iterate.benchmarks.scenarios.Effort;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** @param scenarios by name; empty: all */
record Options(Effort effort, List<String> scenarios) {

    static final String HELP = """
            ./benchmarks/run [--quick] [scenario ...]

              --quick      below five minutes after the build; without it, for figures to be quoted, a good hour
              scenarios    throughput, million, latency, isolation; all of them if none is named

            Figures go to the screen and, as JSON and as pictures, to benchmarks/results; quick ones to benchmarks/results/quick.
            RELAY_JAVA_OPTIONS are given to our relay's JVM, for a profiler for instance.
            """;

    private static final List<String> KNOWN = List.of("throughput", "million", "latency", "isolation");

    /** @throws IllegalArgumentException saying which argument is unknown */
    static Options of(List<String> arguments) {
        Effort effort = Effort.full();
        List<String> scenarios = new ArrayList<>();
        for (String argument : arguments) {
            if (argument.equals("--quick")) {
                effort = Effort.quick();
            } else if (KNOWN.contains(argument)) {
                scenarios.add(argument);
            } else {
                throw new IllegalArgumentException("unknown: " + argument);
            }
        }
        return new Options(effort, List.copyOf(scenarios));
    }

    /** Quick figures have a folder of their own, which is not committed: they must not pass for the record. */
    Path results(Path benchmarks) {
        Path record = benchmarks.resolve("results");
        return effort.isForTheRecord() ? record : record.resolve(effort.name());
    }

    boolean wants(String scenario) {
        return scenarios.isEmpty() || scenarios.contains(scenario);
    }
}
