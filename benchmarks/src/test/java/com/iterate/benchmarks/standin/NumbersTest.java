package com.iterate.benchmarks.standin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NumbersTest {

    @Test
    void objects_and_answers_are_counted_and_an_identifier_of_digits_is_neither() {
        Numbers numbers = in("{\"attributes\":[{\"braze_id\":\"000123\",\"_update_existing_only\":true,\"answer_0\":7},"
                + "{\"braze_id\":\"000124\",\"_update_existing_only\":true,\"answer_1\":0,\"answer_2\":1234567}]}");
        assertThat(numbers.objects()).isEqualTo(2);
        assertThat(numbers.answers()).containsExactly(7, 0, 1234567);
    }

    @Test
    void a_request_may_hold_any_number_of_answers() {
        String attributes = IntStream.range(0, 500)
                .mapToObj(number -> "\"answer_" + number + "\":" + number)
                .collect(Collectors.joining(","));
        assertThat(in("{\"attributes\":[{" + attributes + "}]}").answers())
                .containsExactly(IntStream.range(0, 500).toArray());
    }

    private static Numbers in(String body) {
        return Numbers.in(body.getBytes(StandardCharsets.UTF_8));
    }
}
