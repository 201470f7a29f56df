package com.iterate.benchmarks.report;

import com.iterate.benchmarks.report.BarChart.Bar;
import com.iterate.benchmarks.report.DotChart.Row;
import com.iterate.benchmarks.report.Picture.Tone;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The pictures, drawn from the files of results and from nothing else. */
public final class Charts {

    private static final List<String> PERCENTILES = List.of("p50", "p90", "p99", "p99.9", "max");

    private Charts() {}

    public static void draw(Results results) {
        results.read("throughput").ifPresent(result -> results.save("throughput.svg", throughput(result)));
        results.read("latency").ifPresent(result -> results.save("latency.svg", latency(result)));
        results.read("isolation").ifPresent(result -> results.save("isolation.svg", isolation(result)));
    }

    private static String throughput(JsonObject result) {
        List<Bar> bars = new ArrayList<>();
        contenders(result).sorted(Comparator.comparingDouble(Charts::place)).forEach(each -> {
            int runs = each.getInteger("runs");
            String title = each.getString("title");
            if (runs > 1) {
                bars.add(bar(title + ", best of " + runs, each.getDouble("best"), each));
            }
            bars.add(bar(title + (runs > 1 ? ", median of " + runs : ""), each.getDouble("median"), each));
        });
        Picture picture = new Picture(
                "Answers delivered per second",
                List.of(
                        "A backlog in Kafka, 100 companies, Braze takes 50 ms for a request, heap of 256 MB, others 512 MB"),
                foot(result));
        return new BarChart(picture, bars).svg();
    }

    private static Bar bar(String label, double value, JsonObject contender) {
        return new Bar(label, value, Amount.perSecond(value), tone(contender));
    }

    /** Ours first, then the fastest. */
    private static double place(JsonObject contender) {
        return tone(contender) == Tone.OURS ? Double.NEGATIVE_INFINITY : -contender.getDouble("median");
    }

    private static String latency(JsonObject result) {
        List<List<Row>> groups = PERCENTILES.stream()
                .map(percentile ->
                        contenders(result).map(each -> row(percentile, each)).toList())
                .toList();
        Picture picture = new Picture(
                "How long an answer is on its way",
                List.of(
                        result.getInteger("answersPerSecond")
                                + " answers a second; from the moment at which each was meant to leave to Braze's acceptance,",
                        "less the 50 ms that Braze takes by itself"),
                foot(result));
        return new DotChart(picture, groups).svg();
    }

    private static Row row(String percentile, JsonObject contender) {
        double millis = contender.getJsonObject("untilAcceptance").getDouble(percentile);
        String label = percentile + ", " + contender.getString("title");
        return new Row(label, List.of(millis), Amount.millis(millis), tone(contender));
    }

    private static String isolation(JsonObject result) {
        List<List<Row>> groups = contenders(result).map(Charts::pairs).toList();
        List<String> notes = new ArrayList<>(List.of(
                "p99 of the 97 companies to which nothing happens. Hollow: without faults; filled: with one company down,",
                "one limited to a request a second, one with a wrong key"));
        contenders(result)
                .filter(each -> tone(each) == Tone.OURS)
                .forEach(ours -> notes.add(String.format(
                        Locale.ROOT,
                        "Ours, median of %d: %.2f ×, %+.1f ms",
                        ours.getJsonArray("pairs").size(),
                        ours.getDouble("medianRatio"),
                        ours.getDouble("medianDifferenceMillis"))));
        return new DotChart(new Picture("What other companies feel of three in trouble", notes, foot(result)), groups)
                .svg();
    }

    private static List<Row> pairs(JsonObject contender) {
        List<JsonObject> pairs = objects(contender, "pairs").toList();
        List<Row> rows = new ArrayList<>();
        for (JsonObject pair : pairs) {
            String number = pairs.size() > 1 ? ", run " + (rows.size() + 1) : "";
            rows.add(row(contender.getString("title") + number, pair, contender));
        }
        return rows;
    }

    private static Row row(String label, JsonObject pair, JsonObject contender) {
        double calm = pair.getJsonObject("calm").getDouble("p99");
        double faults = pair.getJsonObject("faults").getDouble("p99");
        String text = Amount.millis(calm) + " → " + Amount.millis(faults);
        return new Row(label, List.of(calm, faults), text, tone(contender));
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

    private static String foot(JsonObject result) {
        JsonObject machine = result.getJsonObject("machine");
        return machine.getInteger("cores") + " cores shared with broker and stand-in, "
                + machine.getString("date").substring(0, "2026-11-24".length()) + ", "
                + (result.getString("effort").equals("full") ? "full run" : "quick run: not for quoting");
    }
}
