package com.iterate.relay.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.iterate.relay.letters.Summary.Bucket;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChartTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    @Test
    void every_hour_has_its_place_and_the_highest_bar_reaches_the_top() {
        // given
        List<Bucket> counts = List.of(
                new Bucket(NOON.minus(23, ChronoUnit.HOURS), "REJECTED", 1),
                new Bucket(NOON, "REJECTED", 900),
                new Bucket(NOON, "EXPIRED", 100));
        // when
        Chart chart = Chart.of(counts, NOON.minus(23, ChronoUnit.HOURS), NOON.plusSeconds(60), ChronoUnit.HOURS);
        // then
        assertThat(chart.bars()).extracting(Chart.Bar::x).containsExactly("0.0", "690.0");
        assertThat(chart.bars()).extracting(Chart.Bar::height).containsExactly("2.0", "119.0");
        assertThat(chart.most()).isEqualTo("1,000");
        assertThat(chart.bars().get(1).said())
                .isEqualTo("24 Nov, 12:00 UTC: 1,000 letters, rejected by braze 900, waited too long 100");
    }

    @Test
    void who_does_not_see_it_is_told_how_many_and_when() {
        // when
        Chart chart = Chart.of(
                List.of(new Bucket(NOON.truncatedTo(ChronoUnit.DAYS), "REJECTED", 5)),
                NOON.minus(30, ChronoUnit.DAYS),
                NOON,
                ChronoUnit.DAYS);
        // then
        assertThat(chart.said()).isEqualTo("5 letters in this time, on 24 Nov UTC.");
        assertThat(chart.labels()).containsExactly("25 Oct", "9 Nov", "now");
    }

    @Test
    void nothing_is_said_to_be_nothing() {
        Chart chart = Chart.of(List.of(), NOON.minus(7, ChronoUnit.DAYS), NOON, ChronoUnit.HOURS);
        assertThat(chart.bars()).isEmpty();
        assertThat(chart.said()).isEqualTo("No answer became a dead letter in this time.");
    }
}
