package com.iterate.benchmarks.scenarios;

import com.iterate.benchmarks.contenders.Contender;
import com.iterate.benchmarks.processes.Bench;
import com.iterate.benchmarks.processes.Times;
import com.iterate.benchmarks.report.Console;
import com.iterate.benchmarks.workload.Workload;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Map;

/** How long an answer is on its way when nothing is behind: 500 a second, each at its own time, each person once. */
final class Latency implements Scenario {

    /** What is still on its way at the end. */
    private static final Duration REST = Duration.ofSeconds(15);

    private final Bench bench;
    private final Effort effort;
    private final Console console;

    Latency(Bench bench, Effort effort, Console console) {
        this.bench = bench;
        this.effort = effort;
        this.console = console;
    }

    @Override
    public String name() {
        return "latency";
    }

    @Override
    public JsonObject run() throws InterruptedException {
        JsonArray contenders = new JsonArray();
        for (Contender contender : effort.underSteadyLoad()) {
            contenders.add(measure(contender));
        }
        return new JsonObject().put("answersPerSecond", Steady.PER_SECOND).put("contenders", contenders);
    }

    private JsonObject measure(Contender contender) throws InterruptedException {
        int seconds = (int) effort.warmUp().plus(effort.latency()).toSeconds();
        Workload everybodyOnce = new Workload(100, (seconds + 1) * Steady.PER_SECOND, 1);
        bench.braze().behave(Drain.LATENCY, Map.of());
        try (Steady steady = Steady.start(bench, everybodyOnce, contender, name(), seconds)) {
            steady.prime();
            steady.keep(effort.warmUp());
            Steady.Phase measured = steady.keep(effort.latency());
            steady.deliversEverythingWithin(REST);
            Times times = bench.braze().times();
            Percentiles arrival = Percentiles.of(steady.untilArrival(measured, times));
            Percentiles delivery = Percentiles.of(steady.untilDelivery(measured, times, company -> true));
            console.line(contender.title() + ", until it reaches Braze:             " + arrival);
            console.line(contender.title() + ", until accepted, less Braze's 50 ms: " + delivery);
            long missing = steady.missing(times);
            if (missing > 0) {
                console.line(contender.title() + ": " + missing + " never arrived within " + REST.toSeconds()
                        + " s of the end and are in no percentile");
            }
            return new JsonObject()
                    .put("contender", contender.id())
                    .put("title", contender.title())
                    .put("untilArrival", arrival.json())
                    .put("untilAcceptance", delivery.json())
                    .put("missing", missing)
                    .put("counts", bench.braze().counts().json());
        }
    }
}
