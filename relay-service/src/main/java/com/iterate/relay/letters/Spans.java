package com.iterate.relay.letters;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A time cut into what is counted by days, what is counted by hours, and the beginnings and ends of hours, in which letters have
 * to be counted one by one.
 */
record Spans(List<Span> days, List<Span> hours, List<Span> rest) {

    /** Before and after everything. */
    static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

    static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    /** {@code to} is excluded. */
    record Span(Instant from, Instant to) {}

    /** @param largest the grain beyond which nobody wants to know: hours, or days */
    static Spans of(Optional<Instant> from, Optional<Instant> to, ChronoUnit largest) {
        Instant begin = from.orElse(FIRST);
        Instant end = to.orElse(LAST);
        Span hours = whole(begin, end, ChronoUnit.HOURS);
        if (!hours.from().isBefore(hours.to())) {
            return new Spans(List.of(), List.of(), spans(new Span(begin, end)));
        }
        List<Span> rest = spans(new Span(begin, hours.from()), new Span(hours.to(), end));
        Span days = whole(hours.from(), hours.to(), ChronoUnit.DAYS);
        if (largest == ChronoUnit.HOURS || !days.from().isBefore(days.to())) {
            return new Spans(List.of(), List.of(hours), rest);
        }
        return new Spans(
                List.of(days), spans(new Span(hours.from(), days.from()), new Span(days.to(), hours.to())), rest);
    }

    private static Span whole(Instant from, Instant to, ChronoUnit unit) {
        Instant floor = from.truncatedTo(unit);
        Instant ceiling = floor.equals(from) ? floor : floor.plus(Duration.of(1, unit));
        return new Span(ceiling, to.truncatedTo(unit));
    }

    private static List<Span> spans(Span... spans) {
        List<Span> some = new ArrayList<>();
        for (Span span : spans) {
            if (span.from().isBefore(span.to())) {
                some.add(span);
            }
        }
        return some;
    }
}
