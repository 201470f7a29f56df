package com.iterate.benchmarks.scenarios;

import com.iterate.benchmarks.contenders.Contender;
import com.iterate.benchmarks.machine.Jdk;
import com.iterate.benchmarks.processes.Bench;
import com.iterate.benchmarks.report.Console;
import com.iterate.benchmarks.workload.Feed;
import com.iterate.benchmarks.workload.ResponsesTopic;
import com.iterate.benchmarks.workload.Workload;
import java.time.Duration;

/** Answers that wait in Kafka, the same for everybody: published once, read anew by each run's own consumer group. */
final class Backlog {

    /** The load that the claims are about: a hundred companies; each person writes each of five attributes once. */
    private static final int COMPANIES = 100;

    private static final int ATTRIBUTES = 5;

    private final String scenario;
    private final Bench bench;
    private final int answers;
    private final Workload workload;
    private final Console console;
    private int runs;

    /** @param scenario that it is for */
    Backlog(String scenario, Bench bench, int answers, Console console) {
        this.scenario = scenario;
        this.bench = bench;
        this.answers = answers;
        this.workload = new Workload(COMPANIES, answers / ATTRIBUTES, ATTRIBUTES);
        this.console = console;
    }

    int answers() {
        return answers;
    }

    /** Whatever another scenario has left is gone afterwards. */
    void fill() {
        String bootstrapServers = bench.backing().bootstrapServers();
        new ResponsesTopic(bootstrapServers).empty();
        double bytes = Feed.fill(bootstrapServers, workload, answers);
        console.line(String.format(
                "%,d answers of %.0f bytes wait in 4 partitions, lz4; %d companies, each person writes each of %d"
                        + " attributes once; Braze takes %d ms",
                answers, bytes, COMPANIES, ATTRIBUTES, Drain.LATENCY.toMillis()));
    }

    DrainResult drain(Contender contender, Jdk jdk, Duration limit) throws InterruptedException {
        runs++;
        return new Drain(bench, workload, answers, limit).run(contender, jdk, scenario + "-" + runs);
    }
}
