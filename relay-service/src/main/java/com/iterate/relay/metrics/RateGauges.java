package com.iterate.relay.metrics;

import com.iterate.relay.metrics.TopTen.Value;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What is left of companies' rates, where least is left. */
@ApplicationScoped
public class RateGauges {

    /** @param left requests that the company may send at once */
    public record Tokens(String company, double left) {}

    private final TopTen lowest;

    RateGauges(MeterRegistry registry) {
        lowest = TopTen.smallest(
                registry,
                "relay.lane.tokens",
                "Requests that may be sent at once, of the ten companies with the fewest");
    }

    public void show(List<Tokens> tokens) {
        lowest.show(tokens.stream()
                .map(each -> new Value(each.company(), each.left()))
                .toList());
    }
}
