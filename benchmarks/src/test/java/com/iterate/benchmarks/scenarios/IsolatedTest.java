package com.iterate.benchmarks.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.iterate.benchmarks.contenders.Contender;
import com.iterate.benchmarks.processes.Counts;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IsolatedTest {

    private static final Counts IN_ORDER = counts(0, 0);

    @Test
    void the_pair_in_the_middle_counts_and_one_that_was_disturbed_does_not() {
        Isolated isolated = isolated(pair(5, 5.5), pair(5, 900), pair(10, 9));
        assertThat(isolated.ratio()).isCloseTo(1.1, within(0.001));
        assertThat(isolated.difference()).isCloseTo(0.5, within(0.001));
        assertThat(isolated.line()).contains("median of 3: p99 1.10 x, +0.5 ms", "holds");
    }

    @Test
    void a_few_milliseconds_more_hold_whatever_the_ratio() {
        assertThat(isolated(pair(5, 24.9)).holds()).isTrue();
    }

    @Test
    void a_small_ratio_holds_whatever_the_milliseconds() {
        assertThat(isolated(pair(200, 239)).holds()).isTrue();
    }

    @Test
    void what_is_felt_does_not_hold() {
        Isolated isolated = isolated(pair(100, 130));
        assertThat(isolated.holds()).isFalse();
        assertThat(isolated.line()).endsWith("DOES NOT HOLD");
    }

    @Test
    void nothing_delivered_in_calm_is_no_division_by_zero() {
        assertThat(isolated(pair(0, 130)).ratio()).isFinite();
    }

    @Test
    void what_became_of_the_answers_is_told_the_worst_first() {
        assertThat(arrivalLine(0, IN_ORDER)).contains("everything arrived, in order (");
        assertThat(arrivalLine(1, counts(2, 3))).contains("NOT everything arrived", "missing 1", "out of order 2");
        assertThat(arrivalLine(0, counts(2, 3))).contains("everything arrived, NOT in order", "overlapping 3");
        assertThat(arrivalLine(0, counts(0, 3))).contains("in order by luck");
    }

    private static String arrivalLine(long missing, Counts counts) {
        return new Isolated(Contender.OURS, List.of(), missing, counts).arrivalLine();
    }

    private static Counts counts(long outOfOrder, long overlapping) {
        return new Counts(9, 9, 9, 0, outOfOrder, overlapping, 0, 0, 0);
    }

    private static Isolated isolated(Pair... pairs) {
        return new Isolated(Contender.OURS, List.of(pairs), 0, IN_ORDER);
    }

    private static Pair pair(double calm, double faults) {
        return new Pair(p99(calm), p99(faults), Optional.of(6));
    }

    private static Percentiles p99(double millis) {
        return new Percentiles(100, 0, 0, millis, millis, millis);
    }
}
