package com.iterate.benchmarks.scenarios;

import com.iterate.benchmarks.contenders.Contender;
import com.iterate.benchmarks.machine.Jdk;
import com.iterate.benchmarks.report.Console;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** A million answers behind, in a heap of 256 MB: what matters is that it holds, and how much memory the process takes. */
final class Million implements Scenario {

    /** The newest Java with long support; the relay's container may run on it. */
    private static final int NEWEST = 25;

    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final Backlog backlog;
    private final Console console;

    Million(Backlog backlog, Console console) {
        this.backlog = backlog;
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
        Optional<Jdk> newest = Jdk.installed(NEWEST)
                .filter(jdk -> jdk.version() != Jdk.running().version());
        if (newest.isEmpty()) {
            console.line("No other Java " + NEWEST + " on this machine: only "
                    + Jdk.running().version() + " is measured");
        }
        for (Jdk jdk : Stream.concat(Stream.of(Jdk.running()), newest.stream()).toList()) {
            DrainResult result = backlog.drain(Contender.OURS, jdk, LIMIT);
            console.line(result.line());
            runs.add(result.json().put("options", new JsonArray(jdk.options())));
        }
        return new JsonObject()
                .put("answers", backlog.answers())
                .put("heapMegabytes", 256)
                .put("runs", runs);
    }
}
