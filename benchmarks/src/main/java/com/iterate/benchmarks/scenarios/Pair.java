package com.iterate.benchmarks.scenarios;

import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.Optional;

/**
 * What the companies feel to which nothing happens: a phase without faults, and the one with faults that follows it.
 *
 * @param recovery seconds from the repair until nothing was behind any more; empty: longer than anybody waited
 */
record Pair(Percentiles calm, Percentiles faults, Optional<Integer> recovery) {

    /** ms. What the histogram tells apart; with nothing delivered there is nothing to divide by. */
    private static final double LEAST = 0.001;

    /** The 99th percentile with faults, by that without. */
    double ratio() {
        return faults.p99() / Math.max(LEAST, calm.p99());
    }

    /** ms, of the same. */
    double difference() {
        return faults.p99() - calm.p99();
    }

    String line() {
        return String.format(
                Locale.ROOT,
                "p99 %.2f x, %+,.1f ms (%,.1f ms with faults, %,.1f ms without); %s",
                ratio(),
                difference(),
                faults.p99(),
                calm.p99(),
                recovery.map(seconds -> "nothing behind " + seconds + " s after the repair")
                        .orElse("still behind " + Isolation.SECONDS_TO_RECOVER + " s after the repair"));
    }

    JsonObject json() {
        JsonObject result = new JsonObject()
                .put("calm", calm.json())
                .put("faults", faults.json())
                .put("ratio", ratio())
                .put("differenceMillis", difference());
        recovery.ifPresent(seconds -> result.put("secondsToRecover", seconds));
        return result;
    }
}
