package com.iterate.settings.sessions;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A bucket for each key; the key that was unused for longest goes when there are too many. */
final class Allowances {

    private final int each;
    private final Duration refilledIn;
    private final TimeMeter time;
    private final Map<String, Bucket> buckets;

    Allowances(int each, Duration refilledIn, int keys, TimeMeter time) {
        this.each = each;
        this.refilledIn = refilledIn;
        this.time = time;
        this.buckets = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
                return size() > keys;
            }
        };
    }

    /** Empty if one was left; else how long until there is one. */
    Optional<Duration> take(String key) {
        ConsumptionProbe probe = bucket(key).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    void giveBack(String key) {
        bucket(key).addTokens(1);
    }

    private Bucket bucket(String key) {
        synchronized (buckets) {
            return buckets.computeIfAbsent(key, unused -> Bucket.builder()
                    .addLimit(limit -> limit.capacity(each).refillGreedy(each, refilledIn))
                    .withCustomTimePrecision(time)
                    .build());
        }
    }
}
