package com.iterate.survey.respond;

import com.iterate.webkit.Problem;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A bucket of answers for each address, in this process. */
@Singleton
class RateLimit {

    private final int perMinute;
    private final Map<String, Bucket> buckets;

    @Inject
    RateLimit(RespondConfig config) {
        this(config.answersPerMinute(), config.addresses());
    }

    RateLimit(int perMinute, int addresses) {
        this.perMinute = perMinute;
        this.buckets = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
                return size() > addresses;
            }
        };
    }

    /** @throws Problem 429, with the time to wait */
    void check(HttpServerRequest request) {
        waitFor(ClientAddress.of(request)).ifPresent(wait -> {
            throw new Problem(
                            429,
                            "too-many-answers",
                            "Too many answers",
                            "More than " + perMinute
                                    + " answers a minute came from this address. Wait a moment, then try again.")
                    .retryAfter(wait);
        });
    }

    /** Takes one; else how long until there is one again. */
    Optional<Duration> waitFor(String address) {
        ConsumptionProbe probe = bucket(address).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    private synchronized Bucket bucket(String address) {
        return buckets.computeIfAbsent(address, fresh -> Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                .build());
    }
}
