package com.iterate.relay.letters;

import static org.assertj.core.api.Assertions.assertThat;

import com.iterate.relay.letters.Spans.Span;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SpansTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void whole_days_whole_hours_and_what_is_left_are_counted_each_in_its_way() {
        // when
        Spans spans = spans("2026-11-20T22:30:00Z", "2026-11-23T01:15:00Z", ChronoUnit.DAYS);
        // then
        assertThat(spans.days()).containsExactly(span("2026-11-21T00:00:00Z", "2026-11-23T00:00:00Z"));
        assertThat(spans.hours())
                .containsExactly(
                        span("2026-11-20T23:00:00Z", "2026-11-21T00:00:00Z"),
                        span("2026-11-23T00:00:00Z", "2026-11-23T01:00:00Z"));
        assertThat(spans.rest())
                .containsExactly(
                        span("2026-11-20T22:30:00Z", "2026-11-20T23:00:00Z"),
                        span("2026-11-23T01:00:00Z", "2026-11-23T01:15:00Z"));
    }

    @Test
    void a_chart_by_hours_is_counted_by_hours() {
        // when
        Spans spans = spans("2026-11-20T00:00:00Z", "2026-11-23T00:00:00Z", ChronoUnit.HOURS);
        // then
        assertThat(spans.days()).isEmpty();
        assertThat(spans.hours()).containsExactly(span("2026-11-20T00:00:00Z", "2026-11-23T00:00:00Z"));
    }

    @Test
    void a_time_without_ends_is_days_alone() {
        // when
        Spans spans = Spans.of(Optional.empty(), Optional.empty(), ChronoUnit.DAYS);
        // then
        assertThat(spans.days()).containsExactly(new Span(Spans.FIRST, Spans.LAST));
        assertThat(spans.hours()).isEmpty();
        assertThat(spans.rest()).isEmpty();
    }

    @Test
    void a_time_that_ends_before_it_begins_is_nothing() {
        assertThat(all(Spans.of(Optional.of(NOON), Optional.of(NOON.minusSeconds(1)), ChronoUnit.DAYS)))
                .isEmpty();
    }

    @Property
    void no_moment_is_missing_and_none_is_counted_twice(
            @ForAll @IntRange(max = 400_000) int begin, @ForAll @IntRange(min = 1, max = 400_000) int length) {
        // given
        Instant from = NOON.plusSeconds(begin);
        Instant to = from.plusSeconds(length);
        // when
        List<Span> all = all(Spans.of(Optional.of(from), Optional.of(to), ChronoUnit.DAYS));
        // then
        Instant next = from;
        for (Span span : all) {
            assertThat(span.from()).isEqualTo(next);
            next = span.to();
        }
        assertThat(next).isEqualTo(to);
    }

    private static List<Span> all(Spans spans) {
        List<Span> all = new ArrayList<>(spans.days());
        all.addAll(spans.hours());
        all.addAll(spans.rest());
        all.sort(Comparator.comparing(Span::from));
        return all;
    }

    private static Spans spans(String from, String to, ChronoUnit largest) {
        return Spans.of(Optional.of(Instant.parse(from)), Optional.of(Instant.parse(to)), largest);
    }

    private static Span span(String from, String to) {
        return new Span(Instant.parse(from), Instant.parse(to));
    }
}
