package com.iterate.benchmarks.scenarios;

import com.iterate.benchmarks.contenders.Contender;
import com.iterate.benchmarks.processes.Counts;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;

/**
 * What one relay's pairs come to.
 *
 * @param missing answers that neither arrived nor were overtaken by a newer one of the same person
 */
record Isolated(Contender contender, List<Pair> pairs, long missing, Counts counts) {

    /** The claim: one of the two. At a few milliseconds a fifth is noise, at a hundred it would be felt. */
    private static final double MOST_TIMES = 1.2;

    private static final double MOST_MORE_MILLIS = 20;

    double ratio() {
        return Median.of(pairs.stream().mapToDouble(Pair::ratio));
    }

    double difference() {
        return Median.of(pairs.stream().mapToDouble(Pair::difference));
    }

    /** Whether the 97 are isolated from the three. */
    boolean holds() {
        return ratio() <= MOST_TIMES || difference() <= MOST_MORE_MILLIS;
    }

    boolean everythingArrivedInOrder() {
        return missing == 0 && counts.outOfOrder() == 0 && counts.overlapping() == 0;
    }

    String line() {
        return String.format(
                Locale.ROOT,
                "%s, median of %d: p99 %.2f x, %+,.1f ms; at most %.1f x or + %.0f ms: %s",
                contender.title(),
                pairs.size(),
                ratio(),
                difference(),
                MOST_TIMES,
                MOST_MORE_MILLIS,
                holds() ? "holds" : "DOES NOT HOLD");
    }

    String arrivalLine() {
        return String.format(
                Locale.ROOT,
                "%s, in the end: %s (missing %d, out of order %d, overlapping %d, sent again %d)",
                contender.title(),
                arrival(),
                missing,
                counts.outOfOrder(),
                counts.overlapping(),
                counts.acceptedAgain());
    }

    private String arrival() {
        if (missing > 0) {
            return "NOT everything arrived";
        }
        if (counts.outOfOrder() > 0) {
            return "everything arrived, NOT in order";
        }
        return counts.overlapping() > 0 ? "everything arrived, in order by luck" : "everything arrived, in order";
    }

    JsonObject json() {
        return new JsonObject()
                .put("contender", contender.id())
                .put("title", contender.title())
                .put("medianRatio", ratio())
                .put("medianDifferenceMillis", difference())
                .put("holds", holds())
                .put("everythingArrivedInOrder", everythingArrivedInOrder())
                .put("pairs", new JsonArray(pairs.stream().map(Pair::json).toList()))
                .put("missing", missing)
                .put("counts", counts.json());
    }
}
