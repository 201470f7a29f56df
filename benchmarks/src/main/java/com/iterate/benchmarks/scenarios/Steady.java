package com.iterate.benchmarks.scenarios;

import com.iterate.benchmarks.contenders.Contender;
import com.iterate.benchmarks.machine.Jdk;
import com.iterate.benchmarks.processes.Bench;
import com.iterate.benchmarks.processes.Child;
import com.iterate.benchmarks.processes.Times;
import com.iterate.benchmarks.workload.Feed;
import com.iterate.benchmarks.workload.ResponsesTopic;
import com.iterate.benchmarks.workload.Schedule;
import com.iterate.benchmarks.workload.Workload;
import java.time.Duration;
import java.time.Instant;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Answers at a constant rate, one phase after another, whatever becomes of them. */
final class Steady implements AutoCloseable {

    static final int PER_SECOND = 500;

    /** From the start of a relay to its first deliveries. */
    private static final Duration FIRST = Duration.ofSeconds(90);

    /** To see that it works, before the clock runs: one for each company. */
    private static final int PRIMER = 100;

    /** Five seconds' worth: an attribute rests for three after it was written. */
    private static final int ON_THEIR_WAY = 5 * PER_SECOND;

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    /** Numbers from {@code from}, without {@code to}. */
    record Phase(int from, int to, Schedule schedule) {

        IntStream numbers() {
            return IntStream.range(from, to);
        }
    }

    private final Bench bench;
    private final Workload workload;
    private final Feed feed;
    private final Contender contender;
    private final Child relay;
    private int next;

    private Steady(Bench bench, Workload workload, Contender contender, Child relay) {
        this.bench = bench;
        this.workload = workload;
        this.contender = contender;
        this.relay = relay;
        this.feed = Feed.prompt(bench.backing().bootstrapServers(), workload);
    }

    /**
     * A relay with nothing before it.
     *
     * @param mostSeconds of all phases together
     */
    static Steady start(Bench bench, Workload workload, Contender contender, String scenario, int mostSeconds) {
        // Whatever another scenario has left would be delivered first.
        new ResponsesTopic(bench.backing().bootstrapServers()).empty();
        bench.braze().expect(PRIMER + mostSeconds * PER_SECOND, workload.slots());
        Child relay = contender.start(bench, Jdk.running(), scenario + "-" + contender.id());
        return new Steady(bench, workload, contender, relay);
    }

    /** The first answers, until they are delivered. */
    void prime() throws InterruptedException {
        while (next < PRIMER) {
            feed.publish(next++, Instant.now());
        }
        if (!deliversEverythingWithin(FIRST)) {
            throw new IllegalStateException("nothing arrived within " + FIRST.toSeconds() + " s");
        }
    }

    Phase keep(Duration time) {
        relay.mustLive();
        int from = next;
        next += (int) time.toSeconds() * PER_SECOND;
        return new Phase(from, next, feed.keep(from, next, new Schedule(from, Instant.now(), PER_SECOND)));
    }

    boolean deliversEverythingWithin(Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (missing(bench.braze().times()) > 0) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            relay.mustLive();
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        }
        return true;
    }

    /** Only what was published just now is still on its way. */
    boolean isUpToDate() {
        return bench.braze().times().missing(next - ON_THEIR_WAY) == 0;
    }

    /** How many were neither delivered nor overtaken by a newer answer to the same attribute that was. */
    long missing(Times times) {
        return times.missing(next);
    }

    /** Microseconds from the moment an answer was meant to leave to the moment it reached Braze. */
    LongStream untilArrival(Phase phase, Times times) {
        return phase.numbers()
                .filter(number -> times.arrived(number) > 0)
                .mapToLong(number -> times.arrived(number) - phase.schedule().microsOf(number));
    }

    /** The same to Braze's acceptance, without the time that Braze took by itself. */
    LongStream untilDelivery(Phase phase, Times times, IntPredicate companies) {
        return phase.numbers()
                .filter(number -> companies.test(workload.company(number)))
                .filter(number -> times.delivered(number) > 0)
                .mapToLong(number -> times.delivered(number)
                        - Drain.LATENCY.toNanos() / 1000
                        - phase.schedule().microsOf(number));
    }

    @Override
    public void close() {
        feed.close();
        contender.end(bench, relay);
    }
}
