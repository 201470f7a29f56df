package com.iterate.relay.metrics;

import com.iterate.relay.braze.Reply;
import com.iterate.relay.deadletters.Reason;
import com.iterate.relay.lanes.Hold;
import com.iterate.relay.lanes.Signals;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The lanes' signals as counters. Made once: a look-up by name for each answer would cost more than the answer. */
@Startup // its series are there before the first of their kind: an alert sees that one too
@ApplicationScoped
public class LaneMetrics implements Signals {

    private static final String DEAD_LETTERS = "relay.dead.letters";
    private static final String REQUESTS = "relay.braze.requests";

    private final MeterRegistry registry;
    private final Counter delivered;
    private final Counter superseded;
    private final Counter discarded;
    private final Timer waited;
    private final DistributionSummary objects;
    private final DistributionSummary limit;
    private final DistributionSummary part;
    private final Map<Hold, Counter> held = new EnumMap<>(Hold.class);
    private final Counter stripped;

    LaneMetrics(MeterRegistry registry) {
        this.registry = registry;
        delivered = Counter.builder("relay.answers.delivered")
                .description("Answers that Braze accepted")
                .register(registry);
        superseded = Counter.builder("relay.answers.superseded")
                .description("Answers covered by a newer one to the same attribute")
                .register(registry);
        discarded = Counter.builder("relay.answers.discarded")
                .description("Answers from before a company switched workspaces and chose not to take them along")
                .register(registry);
        waited = Timer.builder("relay.delivery")
                .description("From Kafka's time stamp to Braze's acceptance, of the oldest answer in each object")
                .publishPercentileHistogram()
                // The objective, and how long a company that cannot be served takes to be skipped: what is later is not
                // counted
                // against the objective (docs/operating.md, "Service levels and alerts"). Buckets of exactly these
                // bounds.
                .serviceLevelObjectives(Duration.ofSeconds(1), Duration.ofSeconds(30))
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofMinutes(10))
                .register(registry);
        objects = DistributionSummary.builder("relay.braze.objects")
                .description("Objects in a request to Braze")
                // Alone, a few, half, nearly full, full.
                .serviceLevelObjectives(1, 10, 37, 70, 75)
                .register(registry);
        limit = DistributionSummary.builder("relay.lanes.limit")
                .description("Requests that the lane of a request may have under way")
                .register(registry);
        part = DistributionSummary.builder("relay.lanes.rate.part")
                .description("Part of its company's rate at which a request was sent; below 1 after a 429")
                .register(registry);
        for (Hold by : Hold.values()) {
            held.put(
                    by,
                    Counter.builder("relay.lanes.held")
                            .description("Requests that were ready and had to wait, and for what")
                            .tag("by", by.name().toLowerCase(Locale.ROOT))
                            .register(registry));
        }
        stripped = Counter.builder("relay.answers.stripped")
                .description("Attributes left out because a newer answer of the person had been sent before")
                .register(registry);
        // Made before the first of each happens: an alarm on a series that is not there never rings.
        for (Reason reason : Reason.values()) {
            registry.counter(DEAD_LETTERS, "reason", reason.name());
        }
        for (String ending : List.of("answered", "rate_limited", "misconfigured", "too_much", "failed")) {
            registry.counter(REQUESTS, "ending", ending);
        }
    }

    @Override
    public void delivered(int answers, Duration since) {
        delivered.increment(answers);
        waited.record(since);
    }

    @Override
    public void superseded(int answers) {
        superseded.increment(answers);
    }

    @Override
    public void discarded(int answers) {
        discarded.increment(answers);
    }

    @Override
    public void stripped(int attributes) {
        stripped.increment(attributes);
    }

    @Override
    public void deadLettered(Reason reason) {
        registry.counter(DEAD_LETTERS, "reason", reason.name()).increment();
    }

    @Override
    public void requestSent(int inIt) {
        objects.record(inIt);
    }

    @Override
    public void paced(int inFlight, double ofTheRate) {
        limit.record(inFlight);
        part.record(ofTheRate);
    }

    @Override
    public void held(Hold by) {
        Optional.ofNullable(held.get(by)).ifPresent(Counter::increment);
    }

    @Override
    public void requestEnded(Reply reply) {
        registry.counter(REQUESTS, "ending", wordFor(reply)).increment();
    }

    private static String wordFor(Reply reply) {
        if (reply instanceof Reply.Answered) {
            return "answered";
        }
        if (reply instanceof Reply.RateLimited) {
            return "rate_limited";
        }
        if (reply instanceof Reply.Misconfigured) {
            return "misconfigured";
        }
        return reply instanceof Reply.TooMuch ? "too_much" : "failed";
    }
}
