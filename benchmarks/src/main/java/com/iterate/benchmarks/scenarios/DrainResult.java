package com.iterate.benchmarks.scenarios;

import com.iterate.benchmarks.contenders.Contender;
import com.iterate.benchmarks.machine.Jdk;
import com.iterate.benchmarks.machine.Usage;
import com.iterate.benchmarks.processes.Counts;
import com.iterate.benchmarks.processes.Times;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;

/**
 * One backlog, drained by one relay.
 *
 * @param jdk         that ran it
 * @param usage        from the first accepted answer to the last: the start of the JVM is left out
 * @param warm         of these the second half
 * @param peak         MB resident at most
 * @param foreignCores what others took of the machine meanwhile: above 0.2 or so the figures are theirs as well
 */
record DrainResult(
        Contender contender,
        Jdk jdk,
        int answers,
        Counts counts,
        Times.Rates rates,
        Usage usage,
        Warm warm,
        long peak,
        double foreignCores) {

    /** Kafka's thread reads and decodes; the event loops own the lanes and the connections. */
    private static final List<String> POLLING = List.of("responses-poll");

    private static final List<String> LOOPS = List.of("vert.x-eventloo");
    private static final List<String> COMPILERS = List.of("C1 ", "C2 ");
    private static final List<String> COLLECTORS = List.of("VM Thread", "GC Thread", "G1 ");

    /** By then hot code is compiled. */
    record Warm(long answers, Usage usage) {

        double micros() {
            return per(usage.seconds(), answers);
        }

        /** Of the two threads that limit our relay: the goal is about their sum. */
        double limitingMicros() {
            return per(usage.secondsOf(POLLING) + usage.secondsOf(LOOPS), answers);
        }
    }

    double rate() {
        return rates.overall();
    }

    double microsPerAnswer() {
        return per(usage.seconds());
    }

    double pollingMicros() {
        return per(usage.secondsOf(POLLING));
    }

    double loopMicros() {
        return per(usage.secondsOf(LOOPS));
    }

    boolean isComplete() {
        return counts.accepted() == answers;
    }

    JsonObject json() {
        JsonObject threads = new JsonObject();
        usage.threads().forEach((name, ticks) -> {
            if (ticks > 0) {
                threads.put(name, ticks / 100.0);
            }
        });
        return new JsonObject()
                .put("contender", contender.id())
                .put("java", jdk.version())
                .put("heapMegabytes", jdk.heap())
                .put("initialHeapMegabytes", jdk.initialHeap())
                .put("answers", answers)
                .put("complete", isComplete())
                .put("answersPerSecond", Math.round(rate()))
                .put("answersPerSecondSecondHalf", Math.round(rates.secondHalf()))
                .put("cpuMicrosPerAnswer", microsPerAnswer())
                .put("cpuMicrosPerAnswerPolling", pollingMicros())
                .put("cpuMicrosPerAnswerEventLoops", loopMicros())
                .put("cpuMicrosPerAnswerCompiler", per(usage.secondsOf(COMPILERS)))
                .put("cpuMicrosPerAnswerCollector", per(usage.secondsOf(COLLECTORS)))
                .put("cpuMicrosPerAnswerSecondHalf", warm.micros())
                .put("cpuMicrosPerAnswerSecondHalfPollingAndEventLoops", warm.limitingMicros())
                .put("peakResidentMegabytes", peak)
                .put("foreignCores", foreignCores)
                .put("counts", counts.json())
                .put("threadSeconds", threads);
    }

    String line() {
        String parts = contender == Contender.OURS
                ? String.format(
                        Locale.ROOT,
                        " (polling %.1f, event loops %.1f; second half %.1f, of these polling and loops %.1f)",
                        pollingMicros(),
                        loopMicros(),
                        warm.micros(),
                        warm.limitingMicros())
                : "";
        return String.format(
                Locale.ROOT,
                "%-25s Java %d, %d-%d MB %,9.0f answers/s (second half %,9.0f)  %4.1f objects/request  %6.1f us CPU/answer%s"
                        + "  %d MB resident  sent again %d, gave up %d%s  others' load: %.1f cores",
                contender.title(),
                jdk.version(),
                jdk.initialHeap(),
                jdk.heap(),
                rate(),
                rates.secondHalf(),
                counts.objectsPerRequest(),
                microsPerAnswer(),
                parts,
                peak,
                counts.acceptedAgain(),
                counts.unanswered(),
                isComplete()
                        ? ""
                        : String.format(Locale.ROOT, "  [%,d of %,d in the time]", counts.accepted(), answers),
                foreignCores);
    }

    private double per(double seconds) {
        return per(seconds, counts.accepted());
    }

    private static double per(double seconds, long answers) {
        return answers == 0 ? 0 : seconds * 1e6 / answers;
    }
}
