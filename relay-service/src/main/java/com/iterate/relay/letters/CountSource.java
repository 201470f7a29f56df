package com.iterate.relay.letters;

import com.iterate.relay.letters.Spans.Span;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where counts come from: {@code select company, fingerprint, state, starts_at, letters}. The triggers have counted already,
 * except by survey and by person.
 */
final class CountSource {

    private static final String COUNTED = "select c.company, c.fingerprint, c.state, c.starts_at, c.letters"
            + " from letter_count c where c.letters > 0 and c.grain = ? and ";

    private static final String ONE_BY_ONE = "select l.company, l.fingerprint, l.state,"
            + " date_trunc('hour', l.appended_at, 'UTC') as starts_at, count(*) as letters from dead_letter l where ";

    private CountSource() {}

    /** Each company for itself, over all of the filter's time: without one, what is counted of all time is enough. */
    static Condition byCompany(LetterFilter filter) {
        if (!isCounted(filter)) {
            return oneByOne(filter);
        }
        Condition counted = filter.countedByCompany();
        return filter.from().isEmpty() && filter.to().isEmpty()
                ? Condition.of(COUNTED, "all").followedBy(counted)
                : inParts(filter, counted, ChronoUnit.DAYS);
    }

    /**
     * All companies together, in parts that are no longer than a bucket.
     *
     * @param bucket hours or days
     */
    static Condition byTime(LetterFilter filter, ChronoUnit bucket) {
        return isCounted(filter) ? inParts(filter, filter.counted(), bucket) : oneByOne(filter);
    }

    private static Condition inParts(LetterFilter filter, Condition counted, ChronoUnit largest) {
        Spans spans = Spans.of(filter.from(), filter.to(), largest);
        List<Condition> parts = new ArrayList<>();
        spans.days().forEach(span -> parts.add(counted("day", span, counted)));
        spans.hours().forEach(span -> parts.add(counted("hour", span, counted)));
        spans.rest()
                .forEach(span -> parts.add(oneByOne(filter.between(Optional.of(span.from()), Optional.of(span.to())))));
        return parts.stream()
                .reduce((one, next) ->
                        one.followedBy(Condition.of(" union all ")).followedBy(next))
                // A time that ends before it begins.
                .orElseGet(() -> oneByOne(filter));
    }

    private static boolean isCounted(LetterFilter filter) {
        return filter.survey().isEmpty() && filter.respondent().isEmpty();
    }

    private static Condition counted(String grain, Span span, Condition counted) {
        return Condition.of(
                        COUNTED + "c.starts_at >= ? and c.starts_at < ? and ",
                        grain,
                        span.from().atOffset(ZoneOffset.UTC),
                        span.to().atOffset(ZoneOffset.UTC))
                .followedBy(counted);
    }

    private static Condition oneByOne(LetterFilter filter) {
        return Condition.of(ONE_BY_ONE).followedBy(filter.where()).followedBy(Condition.of(" group by 1, 2, 3, 4"));
    }
}
