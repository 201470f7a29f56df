package com.iterate.relay.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.iterate.relay.braze.Reply;
import com.iterate.relay.deadletters.Reason;
import com.iterate.relay.metrics.LagGauges.Lag;
import com.iterate.relay.metrics.RateGauges.Tokens;
import com.iterate.relay.metrics.TopTen.Value;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GaugesTest {

    private static final Instant NOW = Instant.parse("2026-11-23T13:00:00Z");

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @Test
    void of_two_hundred_companies_ten_are_shown() {
        // given
        TopTen deepest = TopTen.largest(registry, "depth", "");
        List<Value> values = new ArrayList<>(IntStream.range(0, 200)
                .mapToObj(i -> new Value("company-" + i, i))
                .toList());
        // when
        deepest.show(values);
        // then
        assertThat(registry.find("depth").gauges()).hasSize(TopTen.COMPANIES);
        assertThat(company("depth", "company-199").value()).isEqualTo(199);
    }

    @Test
    void a_company_that_is_no_longer_among_the_ten_disappears() {
        // given
        TopTen deepest = TopTen.largest(registry, "depth", "");
        deepest.show(List.of(new Value("acme", 5)));
        // when
        deepest.show(List.of(new Value("globex", 1)));
        // then
        assertThat(registry.find("depth").gauges())
                .extracting(gauge -> gauge.getId().getTag("company"))
                .containsExactly("globex");
    }

    @Test
    void rates_show_who_has_least_left() {
        // given
        RateGauges rates = new RateGauges(registry);
        List<Tokens> tokens = IntStream.range(0, 30)
                .mapToObj(i -> new Tokens("company-" + i, i))
                .toList();
        // when
        rates.show(tokens);
        // then
        assertThat(registry.find("relay.lane.tokens").gauges()).hasSize(10);
        assertThat(company("relay.lane.tokens", "company-0").value()).isZero();
    }

    @Test
    void the_lag_of_a_partition_is_what_is_unread_and_what_is_unfinished() {
        // given
        LagGauges lag = new LagGauges(registry);
        // when
        lag.show(List.of(new Lag(0, 1000, 20), new Lag(3, 0, 0)));
        // then
        assertThat(registry.get("relay.lag.records")
                        .tag("partition", "0")
                        .gauge()
                        .value())
                .isEqualTo(1020);
        assertThat(registry.get("relay.lag.records")
                        .tag("partition", "3")
                        .gauge()
                        .value())
                .isZero();
    }

    @Test
    void a_partition_that_moved_away_disappears() {
        // given
        LagGauges lag = new LagGauges(registry);
        lag.show(List.of(new Lag(0, 1000, 20)));
        // when
        lag.show(List.of());
        // then
        assertThat(registry.find("relay.lag.records").gauges()).isEmpty();
    }

    @Test
    void every_reason_and_every_ending_is_there_before_it_happens() {
        // when
        LaneMetrics metrics = new LaneMetrics(registry);
        int before = registry.find("relay.braze.requests").counters().size();
        metrics.requestEnded(new Reply.RateLimited(Duration.ofSeconds(1)));
        // then
        assertThat(registry.find("relay.dead.letters").counters()).hasSize(Reason.values().length);
        assertThat(registry.find("relay.braze.requests").counters()).hasSize(before);
        assertThat(registry.get("relay.braze.requests")
                        .tag("ending", "rate_limited")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void no_series_but_the_companies_of_the_ten_names_anybody() {
        // when
        new LaneMetrics(registry).stripped(1);
        // then
        assertThat(registry.getMeters()).extracting(Meter::getId).allSatisfy(id -> assertThat(id.getTag("company"))
                .isNull());
    }

    private Gauge company(String name, String company) {
        return registry.get(name).tag("company", company).gauge();
    }
}
