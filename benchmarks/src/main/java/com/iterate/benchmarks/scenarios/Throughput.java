package com.iterate.benchmarks.scenarios;

import com.iterate.benchmarks.contenders.Contender;
import com.iterate.benchmarks.machine.Jdk;
import com.iterate.benchmarks.processes.Bench;
import com.iterate.benchmarks.report.Console;
import com.iterate.benchmarks.report.Ratio;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How many answers a second reach a Braze that takes 50 ms for each request, from a backlog; beside what else there is. */
final class Throughput implements Scenario {

    /** Ours is given the time that it needs; what does not end by then never does. */
    private static final Duration OURS = Duration.ofMinutes(3);

    private final Backlog backlog;
    private final Effort effort;
    private final Console console;

    Throughput(Bench bench, Effort effort, Console console) {
        this.backlog = new Backlog(name(), bench, effort.backlog(), console);
        this.effort = effort;
        this.console = console;
    }

    @Override
    public String name() {
        return "throughput";
    }

    @Override
    public JsonObject run() throws InterruptedException {
        backlog.fill();
        Map<Contender, List<DrainResult>> results = new EnumMap<>(Contender.class);
        // Ours and theirs take turns, so that a neighbour who comes or goes meets both.
        for (int run = 0; run < effort.runs(); run++) {
            drain(Contender.OURS, OURS, results);
            if (run < Contender.others().size()) {
                drain(Contender.others().get(run), effort.patience(), results);
            }
        }
        for (Contender other : Contender.others()) {
            if (!results.containsKey(other)) {
                drain(other, effort.patience(), results);
            }
        }
        return summary(results);
    }

    private void drain(Contender contender, Duration limit, Map<Contender, List<DrainResult>> results)
            throws InterruptedException {
        DrainResult result = backlog.drain(contender, Jdk.running(), limit);
        console.line(result.line());
        results.computeIfAbsent(contender, first -> new ArrayList<>()).add(result);
    }

    private JsonObject summary(Map<Contender, List<DrainResult>> results) {
        JsonArray contenders = new JsonArray();
        JsonArray runs = new JsonArray();
        double ours = median(of(Contender.OURS, results));
        results.forEach((contender, own) -> {
            own.forEach(result -> runs.add(result.json()));
            contenders.add(new JsonObject()
                    .put("contender", contender.id())
                    .put("title", contender.title())
                    .put("runs", own.size())
                    .put("best", Math.round(best(own)))
                    .put("median", Math.round(median(own))));
        });
        bestAndMedian(of(Contender.OURS, results));
        Contender.others()
                .forEach(other -> console.line(
                        new Ratio(ours, median(of(other, results))).line("answers/s, median", other.title())));
        return new JsonObject().put("contenders", contenders).put("runs", runs);
    }

    private void bestAndMedian(List<DrainResult> ours) {
        if (ours.size() > 1) {
            console.line(String.format(
                    Locale.ROOT,
                    "Ours: best %,.0f, median %,.0f answers/s of %d runs; polling and loops once warm: median %.1f us",
                    best(ours),
                    median(ours),
                    ours.size(),
                    Median.of(ours.stream().mapToDouble(result -> result.warm().limitingMicros()))));
        }
    }

    private static List<DrainResult> of(Contender contender, Map<Contender, List<DrainResult>> results) {
        return results.getOrDefault(contender, List.of());
    }

    private static double median(List<DrainResult> runs) {
        return Median.of(runs.stream().mapToDouble(DrainResult::rate));
    }

    private static double best(List<DrainResult> runs) {
        return runs.stream().mapToDouble(DrainResult::rate).max().orElse(0);
    }
}
