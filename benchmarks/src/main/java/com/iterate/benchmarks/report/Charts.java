package com.iterate.benchmarks.report;

import com.iterate.benchmarks.report.BarChart.Bar;
import com.iterate.benchmarks.report.BarChart.Tone;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The pictures, drawn from the files of results and from nothing else. */
public final class Charts {

    private static final List<String> PERCENTILES = List.of("p50", "p90", "p99", "p99.9", "max");

    private Charts() {}

    public static void draw(Results results) {
        results.read("throughput")
                .ifPresent(result -> results.save(
                        "throughput.svg",
                        new BarChart("Answers delivered per second", caption(result), "/s", throughput(result)).svg()));
        results.read("latency")
                .ifPresent(result -> results.save(
                        "latency.svg",
                        new BarChart(
                                        "From the intended moment to Braze's acceptance, less Braze's own time",
                                        result.getInteger("answersPerSecond") + " answers a second; " + caption(result),
                                        "ms",
                                        latency(result))
                                .svg()));
        results.read("isolation")
                .ifPresent(result -> results.save(
                        "isolation.svg",
                        new BarChart(
                                        "99th percentile of the other 97 companies' delivery times",
                                        "one company down, one limited, one with a wrong key; " + caption(result),
                                        "ms",
                                        isolation(result))
                                .svg()));
    }

    private static List<Bar> throughput(JsonObject result) {
        List<Bar> bars = new ArrayList<>();
        contenders(result).forEach(each -> {
            int runs = each.getInteger("runs");
            String label = each.getString("title") + (runs > 1 ? ", median of " + runs : "");
            bars.add(new Bar(label, each.getDouble("median"), tone(each)));
            if (runs > 1) {
                bars.add(new Bar(each.getString("title") + ", best", each.getDouble("best"), tone(each)));
            }
        });
        return bars;
    }

    private static List<Bar> latency(JsonObject result) {
        return contenders(result)
                .flatMap(each -> PERCENTILES.stream()
                        .map(percentile -> new Bar(
                                each.getString("title") + ", " + percentile,
                                each.getJsonObject("untilAcceptance").getDouble(percentile),
                                tone(each))))
                .toList();
    }

    private static List<Bar> isolation(JsonObject result) {
        return contenders(result)
                .flatMap(each -> objects(each, "phases")
                        .map(phase -> new Bar(
                                each.getString("title") + ", " + phase.getString("phase"),
                                phase.getJsonObject("others").getDouble("p99"),
                                tone(each))))
                .toList();
    }

    private static Stream<JsonObject> contenders(JsonObject result) {
        return objects(result, "contenders");
    }

    private static Stream<JsonObject> objects(JsonObject from, String array) {
        return from.getJsonArray(array).stream().map(JsonObject.class::cast);
    }

    private static Tone tone(JsonObject contender) {
        return contender.getString("contender").equals("ours") ? Tone.OURS : Tone.THEIRS;
    }

    private static String caption(JsonObject result) {
        JsonObject machine = result.getJsonObject("machine");
        return machine.getInteger("cores") + " cores shared with broker and stand-in, "
                + machine.getString("date").substring(0, "2026-11-24".length()) + ", effort: "
                + result.getString("effort");
    }
}
