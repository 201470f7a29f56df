package com.iterate.benchmarks.scenarios;

import com.iterate.benchmarks.contenders.Contender;
import java.time.Duration;
import java.util.List;

/**
 * How long everything takes.
 *
 * @param name          in the results
 * @param backlog       answers that wait when a relay starts
 * @param runs          of our relay; the others run once, since they need minutes for it
 * @param patience      with one that does not finish its backlog: the rate until then counts
 * @param underSteadyLoad who is measured there
 * @param warmUp        before latencies are taken: what the JVM compiles first is start-up, not delivery
 * @param latency       how long they are taken
 * @param calm          a phase without faults
 * @param faults        a phase with them; the window of the relay is full after 40 s if it cannot skip a company
 */
public record Effort(
        String name,
        int backlog,
        int runs,
        Duration patience,
        List<Contender> underSteadyLoad,
        Duration warmUp,
        Duration latency,
        Duration calm,
        Duration faults) {

    /** Below five minutes on two quiet cores: enough to see that all works, too short for the JVM to be warm. */
    public static Effort quick() {
        return new Effort(
                "quick",
                200_000,
                2,
                Duration.ofSeconds(10),
                List.of(Contender.OURS),
                Duration.ofSeconds(8),
                Duration.ofSeconds(12),
                Duration.ofSeconds(15),
                Duration.ofSeconds(45));
    }

    /** For figures that are quoted. */
    public static Effort full() {
        return new Effort(
                "full",
                1_000_000,
                5,
                Duration.ofSeconds(60),
                // Without the one from the guides: 80 a second is the most that it sends.
                List.of(Contender.OURS, Contender.PARALLEL_CONSUMER, Contender.CAMEL),
                Duration.ofSeconds(30),
                Duration.ofSeconds(120),
                Duration.ofMinutes(2),
                Duration.ofMinutes(6));
    }
}
