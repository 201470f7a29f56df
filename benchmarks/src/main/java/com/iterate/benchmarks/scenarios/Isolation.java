package com.iterate.benchmarks.scenarios;

import com.iterate.benchmarks.contenders.Contender;
import com.iterate.benchmarks.machine.Jdk;
import com.iterate.benchmarks.processes.Bench;
import com.iterate.benchmarks.processes.Counts;
import com.iterate.benchmarks.processes.Times;
import com.iterate.benchmarks.report.Console;
import com.iterate.benchmarks.standin.Behaviour;
import com.iterate.benchmarks.workload.ResponsesTopic;
import com.iterate.benchmarks.workload.Workload;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A hundred companies; one whose Braze does not answer, one limited to a request a second, one with a wrong key. How much of
 * that do the other 97 feel, and does everything arrive in the end, in order?
 */
final class Isolation implements Scenario {

    private static final int COMPANIES = 100;

    /** Each writes the same attribute again every ten seconds, so that there is an order to keep. */
    private static final Workload WORKLOAD = new Workload(COMPANIES, 10 * Steady.PER_SECOND, 1);

    private static final String WRONG_KEY = Workload.companyId(2);

    private static final Map<String, Behaviour> FAULTS = Map.of(
            Workload.companyId(0),
            new Behaviour.Silent(),
            Workload.companyId(1),
            new Behaviour.OneASecond(),
            WRONG_KEY,
            new Behaviour.WrongKey());

    /** The first company that nothing happens to. */
    private static final int HEALTHY = 3;

    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final Duration STEP = Duration.ofSeconds(1);

    /** The longest pause between two tries is a minute, and what waited must then go out. */
    private static final int SECONDS_TO_RECOVER = 90;

    private final Bench bench;
    private final Effort effort;
    private final Console console;

    Isolation(Bench bench, Effort effort, Console console) {
        this.bench = bench;
        this.effort = effort;
        this.console = console;
    }

    @Override
    public String name() {
        return "isolation";
    }

    @Override
    public JsonObject run() throws InterruptedException {
        JsonArray contenders = new JsonArray();
        for (Contender contender : effort.underSteadyLoad()) {
            contenders.add(measure(contender));
        }
        return new JsonObject()
                .put("answersPerSecond", Steady.PER_SECOND)
                .put("companies", COMPANIES)
                .put("calmSeconds", effort.calm().toSeconds())
                .put("faultsSeconds", effort.faults().toSeconds())
                .put("contenders", contenders);
    }

    private JsonObject measure(Contender contender) throws InterruptedException {
        int seconds = (int) (2 * effort.calm().toSeconds() + effort.faults().toSeconds() + WARM_UP.toSeconds())
                + SECONDS_TO_RECOVER;
        bench.braze().behave(Drain.LATENCY, Map.of(), 1);
        Steady.prepare(bench);
        try (Steady steady = new Steady(
                bench, WORKLOAD, contender.start(bench, Jdk.running(), "isolation-" + contender.id()), seconds)) {
            steady.prime();
            steady.keep(WARM_UP);
            List<JsonObject> phases = new ArrayList<>();
            Steady.Phase before = steady.keep(effort.calm());
            bench.braze().behave(Drain.LATENCY, FAULTS, 1);
            Steady.Phase faults = steady.keep(effort.faults());
            repair();
            Optional<Integer> recovery = recover(steady);
            Steady.Phase after = steady.keep(effort.calm());
            steady.deliversEverythingWithin(Duration.ofSeconds(SECONDS_TO_RECOVER));
            Times times = bench.braze().times();
            phases.add(phase(contender, "calm", before, steady, times));
            phases.add(phase(contender, "three companies in trouble", faults, steady, times));
            phases.add(phase(contender, "calm again", after, steady, times));
            return verdict(contender, phases, recovery, steady.missing(times));
        }
    }

    /** As settings-service would announce a new key. */
    private void repair() {
        bench.braze().behave(Drain.LATENCY, Map.of(), 2);
        new ResponsesTopic(bench.backing().bootstrapServers()).announce(WRONG_KEY, 2);
    }

    /** @return after how many seconds nothing was behind any more, while answers went on coming in; empty: not in time */
    private Optional<Integer> recover(Steady steady) {
        for (int second = 1; second <= SECONDS_TO_RECOVER; second++) {
            steady.keep(STEP);
            if (steady.isUpToDate()) {
                return Optional.of(second);
            }
        }
        return Optional.empty();
    }

    private JsonObject phase(Contender contender, String name, Steady.Phase phase, Steady steady, Times times) {
        Percentiles healthy = Percentiles.of(steady.untilDelivery(phase, times, company -> company >= HEALTHY));
        console.line(String.format("%s, the 97 others, %-27s %s", contender.title(), name + ":", healthy));
        return new JsonObject().put("phase", name).put("others", healthy.json());
    }

    private JsonObject verdict(Contender contender, List<JsonObject> phases, Optional<Integer> recovery, long missing) {
        Counts counts = bench.braze().counts();
        console.line(String.format(
                "%s: %s; missing %d, out of order %d, overlapping %d, sent again %d",
                contender.title(),
                recovery.map(seconds -> "nothing behind " + seconds + " s after the repair")
                        .orElse("still behind " + SECONDS_TO_RECOVER + " s after the repair"),
                missing,
                counts.outOfOrder(),
                counts.overlapping(),
                counts.acceptedAgain()));
        JsonObject result = new JsonObject();
        recovery.ifPresent(seconds -> result.put("secondsToRecover", seconds));
        return result.put("contender", contender.id())
                .put("title", contender.title())
                .put("phases", new JsonArray(phases))
                .put("missing", missing)
                .put("counts", counts.json());
    }
}
