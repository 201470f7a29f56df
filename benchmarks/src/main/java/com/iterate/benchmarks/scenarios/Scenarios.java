package com.iterate.benchmarks.scenarios;

import com.iterate.benchmarks.processes.Bench;
import com.iterate.benchmarks.report.Console;
import java.util.List;

/** All of them, in the order in which they run. */
public final class Scenarios {

    private Scenarios() {}

    public static List<Scenario> of(Bench bench, Effort effort, Console console) {
        return List.of(
                new Throughput(bench, effort, console),
                new Million(bench, effort, console),
                new Latency(bench, effort, console),
                new Isolation(bench, effort, console));
    }
}
