package com.iterate.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UtcTimeTest {

    /** From the year 0000 to 9999. */
    @Property
    void reads_every_time_that_java_writes(
            @ForAll @LongRange(min = -62_167_219_200L, max = 253_402_300_799L) long second,
            @ForAll @IntRange(max = 999_999_999) int nanos) {
        Instant time = Instant.ofEpochSecond(second, nanos);
        assertThat(UtcTime.isOne(time.toString())).isTrue();
        assertThat(UtcTime.read(time.toString())).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-23T13:00:00.1Z", "2026-11-23T13:00:00.12345Z", "2024-02-29T23:59:59.999999999Z"})
    void a_fraction_may_have_any_number_of_digits_up_to_nine(String text) {
        assertThat(UtcTime.isOne(text)).isTrue();
        assertThat(UtcTime.read(text)).isEqualTo(Instant.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Z",
                "2026-11-23",
                "2026-11-23T13:00:00+01:00",
                "2026-11-23T13:00Z",
                "2026-11-23T24:00:00Z",
                "2026-11-23T23:59:60Z",
                "2026-11-23T13:00:00.Z",
                "2026-11-23T13:00:00.1234567890Z",
                "+2026-1-23T13:00:00Z",
                "2026-11-23t13:00:00Z",
                "2026-11-23T13:00:00.1a3Z"
            })
    void leaves_everything_else_to_java(String text) {
        assertThat(UtcTime.isOne(text)).isFalse();
    }

    @Test
    void refuses_a_day_that_is_not_in_the_calendar() {
        assertThatThrownBy(() -> UtcTime.read("2026-02-29T13:00:00Z")).isInstanceOf(DateTimeException.class);
    }
}
