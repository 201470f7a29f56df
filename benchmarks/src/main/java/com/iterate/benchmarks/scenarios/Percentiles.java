package com.iterate.benchmarks.scenarios;

import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.stream.LongStream;
import org.HdrHistogram.Histogram;

/** Of delivery times, in milliseconds. */
record Percentiles(long count, double p50, double p90, double p99, double p999, double max) {

    /** Three significant digits: a thousandth of the value. */
    private static final int DIGITS = 3;

    static Percentiles of(LongStream micros) {
        Histogram histogram = new Histogram(DIGITS);
        // Two clocks' readings of the same machine may differ by a microsecond; nothing arrives before it is sent.
        micros.forEach(each -> histogram.recordValue(Math.max(0, each)));
        return new Percentiles(
                histogram.getTotalCount(),
                histogram.getValueAtPercentile(50) / 1000.0,
                histogram.getValueAtPercentile(90) / 1000.0,
                histogram.getValueAtPercentile(99) / 1000.0,
                histogram.getValueAtPercentile(99.9) / 1000.0,
                histogram.getMaxValue() / 1000.0);
    }

    JsonObject json() {
        return new JsonObject()
                .put("count", count)
                .put("p50", p50)
                .put("p90", p90)
                .put("p99", p99)
                .put("p99.9", p999)
                .put("max", max);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "p50 %,8.1f  p90 %,8.1f  p99 %,8.1f  p99.9 %,8.1f  max %,8.1f ms  (%,d answers)",
                p50,
                p90,
                p99,
                p999,
                max,
                count);
    }
}
