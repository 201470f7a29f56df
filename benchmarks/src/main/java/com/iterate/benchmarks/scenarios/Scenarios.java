package com.iterate.benchmarks.scenarios;

import com.iterate.benchmarks.processes.Bench;
import com.iterate.benchmarks.report.Console;
import java.util.List;

/** All of them, in the order in which they run. */
public final class Scenarios {

    private Scenarios() {}

    public static List<Scenario> of(Bench bench, Effort effort, Console console) {
        // One after the other on the same backlog, which takes as long to publish as to drain.
        Backlog backlog = new Backlog(bench, effort.backlog(), console);
        return List.of(
                new Throughput(backlog, effort, console),
                new Million(backlog, effort, console),
                new Latency(bench, effort, console),
                new Isolation(bench, effort, console));
    }
}
