package com.iterate.benchmarks.scenarios;

import com.iterate.benchmarks.contenders.Contender;
import com.iterate.benchmarks.processes.Bench;
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
 * that do the other 97 feel, and does everything arrive in the end, in order? Calm and faults take turns in one running relay,
 * so that what changes with time (compiled code, neighbours) meets both.
 */
final class Isolation implements Scenario {

    /** The longest pause between two tries is a minute, and what waited must then go out. */
    static final int SECONDS_TO_RECOVER = 90;

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

    private static final Duration STEP = Duration.ofSeconds(1);

    private final Bench bench;
    private final Effort effort;
    private final Console console;

    Isolation(Bench bench, Effort effort, Console console) {
        this.bench = bench;
        this.effort = effort;
        this.console = console;
    }

    /** Two phases, and how long it took until nothing of the second was behind. */
    private record Run(Steady.Phase calm, Steady.Phase faults, Optional<Integer> recovery) {}

    @Override
    public String name() {
        return "isolation";
    }

    @Override
    public JsonObject run() throws InterruptedException {
        JsonArray contenders = new JsonArray();
        for (Contender contender : effort.underSteadyLoad()) {
            Effort.Pairs pairs = effort.pairsOf(contender);
            contenders.add(measure(contender, pairs)
                    .json()
                    .put("calmSeconds", pairs.calm().toSeconds())
                    .put("faultsSeconds", pairs.faults().toSeconds()));
        }
        return new JsonObject()
                .put("answersPerSecond", Steady.PER_SECOND)
                .put("companies", COMPANIES)
                .put("contenders", contenders);
    }

    private Isolated measure(Contender contender, Effort.Pairs pairs) throws InterruptedException {
        int seconds = (int) effort.warmUp().toSeconds() + pairs.seconds() + pairs.count() * SECONDS_TO_RECOVER;
        bench.braze().behave(Drain.LATENCY, Map.of());
        try (Steady steady = Steady.start(bench, WORKLOAD, contender, name(), seconds)) {
            steady.prime();
            steady.keep(effort.warmUp());
            List<Run> runs = new ArrayList<>();
            for (int pair = 0; pair < pairs.count(); pair++) {
                runs.add(run(steady, pairs));
            }
            steady.deliversEverythingWithin(Duration.ofSeconds(SECONDS_TO_RECOVER));
            return show(contender, runs, steady);
        }
    }

    private Run run(Steady steady, Effort.Pairs pairs) throws InterruptedException {
        Steady.Phase calm = steady.keep(pairs.calm());
        bench.braze().behave(Drain.LATENCY, FAULTS);
        Steady.Phase faults = steady.keep(pairs.faults());
        repair();
        return new Run(calm, faults, recover(steady));
    }

    /** As settings-service would announce a new key. */
    private void repair() {
        bench.braze().behave(Drain.LATENCY, Map.of());
        long version = bench.braze().renew(WRONG_KEY);
        new ResponsesTopic(bench.backing().bootstrapServers()).announce(WRONG_KEY, version);
    }

    /** @return after how many seconds nothing was behind any more, while answers went on coming in; empty: not in time */
    private Optional<Integer> recover(Steady steady) throws InterruptedException {
        for (int second = 1; second <= SECONDS_TO_RECOVER; second++) {
            steady.keep(STEP);
            if (steady.isUpToDate()) {
                return Optional.of(second);
            }
        }
        return Optional.empty();
    }

    private Isolated show(Contender contender, List<Run> runs, Steady steady) {
        Times times = bench.braze().times();
        List<Pair> pairs = new ArrayList<>();
        for (Run run : runs) {
            Pair pair =
                    new Pair(others(run.calm(), steady, times), others(run.faults(), steady, times), run.recovery());
            pairs.add(pair);
            String which = contender.title() + ", pair " + pairs.size() + " of " + runs.size();
            console.line(which + ", the 97 others, calm:        " + pair.calm());
            console.line(which + ", the 97 others, with faults: " + pair.faults());
            console.line(which + ": " + pair.line());
        }
        Isolated isolated = new Isolated(
                contender, pairs, steady.missing(times), bench.braze().counts());
        console.line(isolated.line());
        console.line(isolated.arrivalLine());
        return isolated;
    }

    private static Percentiles others(Steady.Phase phase, Steady steady, Times times) {
        return Percentiles.of(steady.untilDelivery(phase, times, company -> company >= HEALTHY));
    }
}
