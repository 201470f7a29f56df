package com.iterate.benchmarks.scenarios;

import com.iterate.benchmarks.contenders.Contender;
import com.iterate.benchmarks.machine.Jdk;
import com.iterate.benchmarks.report.Console;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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

    Million(Backlog backlog, Effort effort, Console console) {
        this.backlog = backlog;
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
        JsonArray runs = new JsonArray();
        for (Jdk jdk : effort.isForTheRecord() ? withFrugalOnes(javas()) : javas()) {
            DrainResult result = backlog.drain(Contender.OURS, jdk, LIMIT);
            console.line(result.line());
            runs.add(result.json().put("options", new JsonArray(jdk.options())));
        }
        return new JsonObject().put("answers", backlog.answers()).put("runs", runs);
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
