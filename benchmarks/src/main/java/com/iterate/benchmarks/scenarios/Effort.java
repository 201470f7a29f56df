package com.iterate.benchmarks.scenarios;

import com.iterate.benchmarks.contenders.Contender;
import java.time.Duration;
import java.util.List;

/**
 * How long everything takes.
 *
 * @param name          in the results
 * @param backlog       answers that wait when throughput is measured
 * @param runs          of our relay then; the others run once, since they need minutes for it
 * @param patience      with one that does not finish its backlog: the rate until then counts
 * @param behind        answers that wait when it is about memory
 * @param rounds        of each Java and heap then
 * @param alsoOnJava    further versions for it, besides the one that runs this
 * @param underSteadyLoad who is measured there
 * @param warmUp        before latencies are taken: what the JVM compiles first is start-up, not delivery
 * @param latency       how long they are taken
 * @param pairs         of our relay's isolation
 * @param othersPairs   of everybody else's
 */
public record Effort(
        String name,
        int backlog,
        int runs,
        Duration patience,
        int behind,
        int rounds,
        List<Integer> alsoOnJava,
        List<Contender> underSteadyLoad,
        Duration warmUp,
        Duration latency,
        Pairs pairs,
        Pairs othersPairs) {

    /** The newest Java with long support; the relay's container may run on it. */
    private static final int NEWEST = 25;

    private static final String FULL = "full";

    /**
     * Phases without and with faults, in turn, in one running relay.
     *
     * @param calm   without
     * @param faults with; a company that is stuck is skipped after 30 s, and a relay that cannot do that has filled a window of
     *               20,000 answers after 40 s
     */
    public record Pairs(int count, Duration calm, Duration faults) {

        int seconds() {
            return count * (int) calm.plus(faults).toSeconds();
        }
    }

    /** Below five minutes on two quiet cores: enough to see that all works, too short for the JVM to be warm. */
    public static Effort quick() {
        return new Effort(
                "quick",
                200_000,
                1,
                Duration.ofSeconds(6),
                200_000,
                1,
                List.of(),
                List.of(Contender.OURS),
                Duration.ofSeconds(6),
                Duration.ofSeconds(10),
                // With the recovery that follows, about a minute a pair.
                new Pairs(3, Duration.ofSeconds(10), Duration.ofSeconds(35)),
                new Pairs(1, Duration.ofSeconds(10), Duration.ofSeconds(35)));
    }

    /** For figures that are quoted. */
    public static Effort full() {
        return new Effort(
                FULL,
                // 40 s at Braze's ceiling, which is sustained as well: in the first ten a JVM compiles on the cores
                // that deliver.
                3_000_000,
                5,
                Duration.ofMinutes(2),
                1_000_000,
                3,
                List.of(NEWEST),
                // Without the one from the guides: 80 a second is the most that it sends.
                List.of(Contender.OURS, Contender.PARALLEL_CONSUMER, Contender.CAMEL),
                Duration.ofSeconds(30),
                Duration.ofSeconds(120),
                new Pairs(3, Duration.ofMinutes(2), Duration.ofMinutes(10)),
                // What they feel they feel within seconds; ten minutes would only make their figures worse.
                new Pairs(1, Duration.ofMinutes(1), Duration.ofMinutes(2)));
    }

    public boolean isForTheRecord() {
        return name.equals(FULL);
    }

    Pairs pairsOf(Contender contender) {
        return contender == Contender.OURS ? pairs : othersPairs;
    }
}
