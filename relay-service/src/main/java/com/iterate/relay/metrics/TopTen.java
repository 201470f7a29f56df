package com.iterate.relay.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.util.Comparator;
import java.util.List;

/** A gauge for each of the ten companies that stand out most. A series for every company would grow with the customers. */
final class TopTen {

    static final int COMPANIES = 10;

    /** What one company shows. */
    record Value(String company, double amount) {}

    private final MultiGauge gauge;
    private final Comparator<Value> order;

    private TopTen(MultiGauge gauge, Comparator<Value> order) {
        this.gauge = gauge;
        this.order = order.thenComparing(Value::company);
    }

    static TopTen largest(MeterRegistry registry, String name, String description) {
        return new TopTen(
                MultiGauge.builder(name).description(description).register(registry),
                Comparator.comparingDouble(Value::amount).reversed());
    }

    static TopTen smallest(MeterRegistry registry, String name, String description) {
        return new TopTen(
                MultiGauge.builder(name).description(description).register(registry),
                Comparator.comparingDouble(Value::amount));
    }

    void show(List<Value> values) {
        gauge.register(
                values.stream()
                        .sorted(order)
                        .limit(COMPANIES)
                        .map(value -> Row.of(Tags.of("company", value.company()), value.amount()))
                        .toList(),
                true);
    }
}
