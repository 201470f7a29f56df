package com.iterate.benchmarks.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class MedianTest {

    @Test
    void of_an_odd_number_it_is_the_one_in_the_middle() {
        assertThat(Median.of(DoubleStream.of(9, 1, 2))).isEqualTo(2);
    }

    @Test
    void of_an_even_number_it_lies_between_the_two_in_the_middle() {
        assertThat(Median.of(DoubleStream.of(4, 1, 2, 9))).isEqualTo(3);
    }

    @Test
    void of_none_it_is_nothing() {
        assertThat(Median.of(DoubleStream.empty())).isZero();
    }
}
