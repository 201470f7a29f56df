package com.iterate.relay.metrics;

import com.iterate.relay.lanes.LaneState;
import com.iterate.relay.lanes.LaneState.Health;
import com.iterate.relay.lanes.Lanes;
import com.iterate.relay.lanes.Loop;
import com.iterate.relay.metrics.TopTen.Value;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** How the lanes stand: how many in which state, who has most waiting, how long the oldest answer has. */
@ApplicationScoped
class LaneGauges {

    /** Twice in the ten seconds after which the most eager scraper comes; a look at all lanes takes about a millisecond. */
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final Loop loop;
    private final Lanes lanes;
    private final TopTen deepest;
    private final RateGauges rates;
    private final Map<Health, Long> states = new ConcurrentHashMap<>();
    private volatile double oldestSeconds;

    LaneGauges(MeterRegistry registry, Loop loop, Lanes lanes, RateGauges rates) {
        this.rates = rates;
        this.loop = loop;
        this.lanes = lanes;
        this.deepest = TopTen.largest(
                registry, "relay.lane.waiting", "Answers waiting, of the ten companies with the most of them");
        Gauge.builder("relay.oldest.unfinished.seconds", () -> oldestSeconds)
                .description("Age of the oldest answer that a lane holds, by Kafka's time stamp")
                .register(registry);
        for (Health state : Health.values()) {
            Gauge.builder("relay.lanes", () -> states.getOrDefault(state, 0L))
                    .tag("state", state.name().toLowerCase(Locale.ROOT))
                    .description("Companies with a lane in this state")
                    .register(registry);
        }
    }

    void begin(@Observes StartupEvent started) {
        loop.execute(this::look);
    }

    private void look() {
        show(lanes.states(Optional.empty()), loop.now());
        rates.show(lanes.tokens().entrySet().stream()
                .map(each -> new RateGauges.Tokens(each.getKey(), each.getValue()))
                .toList());
        loop.after(EVERY, this::look);
    }

    void show(List<LaneState> all, Instant now) {
        Arrays.stream(Health.values())
                .forEach(state -> states.put(
                        state,
                        all.stream().filter(lane -> lane.state() == state).count()));
        oldestSeconds = all.stream()
                .flatMap(lane -> lane.oldest().stream())
                .min(Instant::compareTo)
                .map(oldest -> Duration.between(oldest, now).toMillis() / 1000.0)
                .orElse(0.0);
        deepest.show(all.stream()
                .filter(lane -> lane.waiting() > 0)
                .map(lane -> new Value(lane.company(), lane.waiting()))
                .toList());
    }
}
