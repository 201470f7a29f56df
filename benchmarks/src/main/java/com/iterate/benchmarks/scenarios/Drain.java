package com.iterate.benchmarks.scenarios;

import com.iterate.benchmarks.contenders.Contender;
import com.iterate.benchmarks.machine.Jdk;
import com.iterate.benchmarks.machine.Usage;
import com.iterate.benchmarks.processes.Bench;
import com.iterate.benchmarks.processes.Child;
import com.iterate.benchmarks.processes.Counts;
import com.iterate.benchmarks.workload.Workload;
import java.time.Duration;
import java.util.Map;

/** A backlog is there, a relay is started, and what it does with it is watched until nothing is left or the time is over. */
final class Drain {

    /** Braze's usual answer (docs: 50 to 100 ms); the faster end asks more of the relay. */
    static final Duration LATENCY = Duration.ofMillis(50);

    /** From the start of the process to its first request: seconds, on a busy machine some more. */
    private static final Duration FIRST = Duration.ofSeconds(90);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final Bench bench;
    private final Workload workload;
    private final int answers;
    private final Duration limit;

    Drain(Bench bench, Workload workload, int answers, Duration limit) {
        this.bench = bench;
        this.workload = workload;
        this.answers = answers;
        this.limit = limit;
    }

    DrainResult run(Contender contender, Jdk jdk, String run) throws InterruptedException {
        bench.braze().behave(LATENCY, Map.of());
        bench.braze().expect(answers, workload.slots());
        Child child = contender.start(bench, jdk, run);
        try {
            await(child, 1, FIRST);
            Usage before = child.usage();
            double ours = used(child);
            double all = Usage.ofTheMachine();
            long start = System.nanoTime();
            Counts half = await(child, answers / 2, limit);
            Usage middle = child.usage();
            Counts counts = await(child, answers, limit.minusNanos(System.nanoTime() - start));
            double seconds = (System.nanoTime() - start) / 1e9;
            return new DrainResult(
                    contender,
                    contender.on(jdk),
                    answers,
                    counts,
                    bench.braze().times().rates(),
                    child.usage().since(before),
                    new DrainResult.Warm(
                            counts.accepted() - half.accepted(), child.usage().since(middle)),
                    child.peakMegabytes(),
                    Math.max(0, (Usage.ofTheMachine() - all - used(child) + ours) / seconds));
        } finally {
            contender.end(bench, child);
        }
    }

    /** Waits until so many answers were accepted; gives up at the limit, which the result shows. */
    private Counts await(Child child, long accepted, Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        Counts counts = bench.braze().counts();
        while (counts.accepted() < accepted && System.nanoTime() < deadline) {
            child.mustLive();
            Thread.sleep(BETWEEN_LOOKS.toMillis());
            counts = bench.braze().counts();
        }
        return counts;
    }

    /** By everything that belongs to the benchmark: the rest of the machine's work is somebody else's. */
    private double used(Child child) {
        return child.usage().seconds()
                + bench.backing().child().usage().seconds()
                + bench.braze().child().usage().seconds()
                + Usage.of(ProcessHandle.current().pid()).seconds();
    }
}
