package com.iterate.benchmarks.scenarios;

import com.iterate.benchmarks.contenders.Contender;
import com.iterate.benchmarks.machine.Jdk;
import com.iterate.benchmarks.processes.Bench;
import com.iterate.benchmarks.report.Console;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A million answers behind, in a heap of 256 MB and in a smaller one: what matters is that it holds, and how much memory the
 * process takes.
 */
final class Million implements Scenario {

    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final Backlog backlog;
    private final Effort effort;
    private final Console console;

    Million(Bench bench, Effort effort, Console console) {
        this.backlog = new Backlog(name(), bench, effort.behind(), console);
        this.effort = effort;
        this.console = console;
    }

    @Override
    public String name() {
        return "million";
    }

    @Override
    public JsonObject run() throws InterruptedException {
        backlog.fill();
        List<Jdk> javas = effort.isForTheRecord() ? withFrugalOnes(javas()) : javas();
        Map<Jdk, List<DrainResult>> results = new LinkedHashMap<>();
        // They take turns, so that a neighbour who comes or goes meets all.
        for (int round = 0; round < effort.rounds(); round++) {
            for (Jdk jdk : javas) {
                DrainResult result = backlog.drain(Contender.OURS, jdk, LIMIT);
                console.line(result.line());
                results.computeIfAbsent(jdk, first -> new ArrayList<>()).add(result);
            }
        }
        return summary(results);
    }

    private JsonObject summary(Map<Jdk, List<DrainResult>> results) {
        JsonArray javas = new JsonArray();
        JsonArray runs = new JsonArray();
        results.forEach((jdk, own) -> {
            double median = Median.of(own.stream().mapToDouble(DrainResult::rate));
            long peak = own.stream().mapToLong(DrainResult::peak).max().orElse(0);
            if (own.size() > 1) {
                console.line(String.format(
                        Locale.ROOT,
                        "Java %d, %d-%d MB: median %,.0f answers/s of %d runs, %d MB resident at most",
                        jdk.version(),
                        jdk.initialHeap(),
                        jdk.heap(),
                        median,
                        own.size(),
                        peak));
            }
            javas.add(new JsonObject()
                    .put("java", jdk.version())
                    .put("options", new JsonArray(jdk.options()))
                    .put("runs", own.size())
                    .put("median", Math.round(median))
                    .put("peakResidentMegabytes", peak));
            own.forEach(result -> runs.add(result.json()));
        });
        return new JsonObject()
                .put("answers", backlog.answers())
                .put("javas", javas)
                .put("runs", runs);
    }

    private List<Jdk> javas() {
        List<Jdk> javas = new ArrayList<>(List.of(Jdk.running()));
        for (int version : effort.alsoOnJava()) {
            Optional<Jdk> other = Jdk.installed(version)
                    .filter(jdk -> jdk.version() != Jdk.running().version());
            other.ifPresentOrElse(
                    javas::add, () -> console.line("No other Java " + version + " on this machine: it is left out"));
        }
        return javas;
    }

    private static List<Jdk> withFrugalOnes(List<Jdk> javas) {
        return javas.stream().flatMap(jdk -> Stream.of(jdk, jdk.frugal())).toList();
    }
}
