package com.iterate.relay.delivery;

import com.iterate.relay.replay.Progress;
import com.iterate.relay.replay.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A replay as its page shows it.
 *
 * @param kind    of its state, for the stylesheet
 * @param outlook what happens next, and who has to do something
 * @param over    sends nothing any more
 * @param bars    of the drawing, whose width is 1000
 * @param pace    such as {@code 48 a second, about 3 min left}; empty text while nothing moves
 */
record JobView(
        long id,
        String company,
        String kind,
        String state,
        String outlook,
        boolean over,
        boolean paused,
        String letters,
        String ended,
        String waiting,
        List<Part> parts,
        List<Bar> bars,
        String pace,
        String settings,
        List<Plan.Name> names,
        Moment startedAt,
        String startedBy,
        String endedAfter) {

    private static final double WIDTH = 1000;

    private static final double PERCENT = 100;

    /** Letters that came to the same end. */
    record Part(String result, String kind, String name, String letters, String meaning) {}

    record Bar(String kind, String x, String width) {}

    static JobView of(Progress job) {
        boolean over = job.endedAt().isPresent();
        long ended = job.letters() - job.waiting();
        return new JobView(
                job.id(),
                job.company().orElse("several companies"),
                job.state().toLowerCase(Locale.ROOT),
                Jobs.name(job.state()),
                Jobs.outlook(job.state()),
                over,
                job.state().equals("PAUSED"),
                Span.letters(job.letters()),
                Span.count(ended),
                Span.count(job.waiting()),
                parts(job),
                bars(job),
                pace(job),
                settings(job),
                job.rename().entrySet().stream()
                        .map(name -> new Plan.Name(name.getKey(), name.getValue()))
                        .toList(),
                Moment.of(job.startedAt()),
                job.startedBy(),
                job.endedAt().map(end -> Span.between(job.startedAt(), end)).orElse(""));
    }

    private static List<Part> parts(Progress job) {
        List<Part> parts = new ArrayList<>();
        for (Result result : Result.values()) {
            long letters = job.results().getOrDefault(result, 0L);
            if (letters > 0) {
                parts.add(new Part(
                        result.name(),
                        result.name().toLowerCase(Locale.ROOT),
                        Jobs.name(result),
                        Span.count(letters),
                        Jobs.meaning(result)));
            }
        }
        return List.copyOf(parts);
    }

    private static List<Bar> bars(Progress job) {
        List<Bar> bars = new ArrayList<>();
        double x = 0;
        for (Result result : Result.values()) {
            double width = job.results().getOrDefault(result, 0L) * WIDTH / Math.max(1, job.letters());
            if (width > 0) {
                bars.add(new Bar(Jobs.colour(result), number(x), number(width)));
                x += width;
            }
        }
        return List.copyOf(bars);
    }

    private static String pace(Progress job) {
        return job.eta()
                .map(eta -> job.perSecond() + " letters a second, about "
                        + Span.of(Duration.between(Instant.now(), eta)) + " left")
                .orElse("");
    }

    private static String settings(Progress job) {
        String canary = job.canary() < 1
                ? "the first ten alone, stopped if more than " + Math.round(job.canary() * PERCENT) + " % of them fail"
                : "no try with the first ten";
        return "At most " + number(job.ratePerSecond()) + " letters a second; " + canary;
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString(Math.round(value)) : String.format(Locale.ROOT, "%.1f", value);
    }
}
