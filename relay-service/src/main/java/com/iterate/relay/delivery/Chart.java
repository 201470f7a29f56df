package com.iterate.relay.delivery;

import com.iterate.relay.letters.Summary.Bucket;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * New dead letters over time, as bars.
 *
 * @param said   the same for who does not see it
 * @param most   of the highest bar, beside the line that it reaches
 * @param labels of the time, from left to right
 */
record Chart(String said, String most, List<Bar> bars, List<String> labels) {

    /** Of the drawing, which is stretched to the width of the page. */
    static final int WIDTH = 720;

    static final int HEIGHT = 120;

    /** A bar that is not zero is seen. */
    private static final double LEAST = 2;

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM", Locale.UK).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("d MMM, HH:mm", Locale.UK).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm", Locale.UK).withZone(ZoneOffset.UTC);

    /** @param said when, how many, and why */
    record Bar(String x, String y, String width, String height, String said) {}

    /** @param bucket hours or days, as the counts are */
    static Chart of(List<Bucket> counts, Instant from, Instant to, ChronoUnit bucket) {
        Map<Instant, List<Bucket>> byTime = counts.stream().collect(Collectors.groupingBy(Bucket::from));
        TreeMap<Instant, Long> heights = new TreeMap<>();
        byTime.forEach((at, those) ->
                heights.put(at, those.stream().mapToLong(Bucket::letters).sum()));
        Instant first = from.truncatedTo(bucket);
        Duration step = Duration.of(1, bucket);
        long columns = Math.max(1, Duration.between(first, to).dividedBy(step) + 1);
        double width = (double) WIDTH / columns;
        long most = heights.values().stream().mapToLong(Long::longValue).max().orElse(0);
        List<Bar> bars = new ArrayList<>();
        heights.forEach((at, letters) -> {
            double height = Math.max(LEAST, letters * (HEIGHT - 1.0) / most);
            double x = Duration.between(first, at).dividedBy(step) * width;
            bars.add(new Bar(
                    number(x),
                    number(HEIGHT - height),
                    number(Math.max(1, width * 0.85)),
                    number(height),
                    (bucket == ChronoUnit.HOURS ? HOUR : DAY).format(at) + " UTC: " + Span.letters(letters) + ", "
                            + why(byTime.getOrDefault(at, List.of()))));
        });
        return new Chart(said(heights, bucket), Span.count(most), bars, labels(first, to, columns, bucket));
    }

    private static String why(List<Bucket> those) {
        return those.stream()
                .sorted((one, other) -> Long.compare(other.letters(), one.letters()))
                .map(each ->
                        Reasons.of(each.reason()).title().toLowerCase(Locale.ROOT) + " " + Span.count(each.letters()))
                .collect(Collectors.joining(", "));
    }

    private static String said(TreeMap<Instant, Long> heights, ChronoUnit bucket) {
        if (heights.isEmpty()) {
            return "No answer became a dead letter in this time.";
        }
        Map.Entry<Instant, Long> highest =
                heights.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
        DateTimeFormatter words = bucket == ChronoUnit.HOURS ? HOUR : DAY;
        long all = heights.values().stream().mapToLong(Long::longValue).sum();
        if (heights.size() == 1) {
            return "%s in this time, %s UTC.".formatted(Span.letters(all), at(highest.getKey(), bucket));
        }
        return "%s in this time, most of them %s (%s). The first %s, the last %s, UTC."
                .formatted(
                        Span.letters(all),
                        at(highest.getKey(), bucket),
                        Span.count(highest.getValue()),
                        words.format(heights.firstKey()),
                        words.format(heights.lastKey()));
    }

    private static String at(Instant time, ChronoUnit bucket) {
        return bucket == ChronoUnit.HOURS ? "in the hour from " + HOUR.format(time) : "on " + DAY.format(time);
    }

    /** Begin, middle and "now": as many as fit on a phone. */
    private static List<String> labels(Instant first, Instant to, long columns, ChronoUnit bucket) {
        Duration all = Duration.of(columns, bucket);
        DateTimeFormatter words = all.toDays() <= 2 ? CLOCK : DAY;
        return List.of(words.format(first), words.format(first.plus(all.dividedBy(2))), to.isAfter(first) ? "now" : "");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
