package com.iterate.relay.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

/**
 * How many letters may go now: of each job, or of each company, so many a second. What was not used lasts for a second, so that
 * nothing is saved up for a burst.
 *
 * @param <K> whose rate it is
 */
final class Allowance<K> {

    private record Bucket(double tokens, Instant at) {}

    private final Map<K, Bucket> buckets = new HashMap<>();

    /** Whole letters; fractions add up until they are one. */
    int now(K whose, double perSecond, Instant now) {
        Bucket before = buckets.getOrDefault(whose, new Bucket(1, now));
        double seconds = Duration.between(before.at(), now).toNanos() / 1e9;
        double tokens = Math.min(Math.max(1, perSecond), before.tokens() + perSecond * seconds);
        buckets.put(whose, new Bucket(tokens, now));
        return (int) tokens;
    }

    /** To be called after {@link #now} only. */
    void take(K whose, int letters) {
        buckets.computeIfPresent(whose, (key, bucket) -> new Bucket(bucket.tokens() - letters, bucket.at()));
    }

    /** Nobody asked for a while: jobs come to an end. */
    void forgetBefore(Instant then) {
        for (Iterator<Bucket> each = buckets.values().iterator(); each.hasNext(); ) {
            if (each.next().at().isBefore(then)) {
                each.remove();
            }
        }
    }
}
