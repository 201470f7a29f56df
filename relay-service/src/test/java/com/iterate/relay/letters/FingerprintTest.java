package com.iterate.relay.letters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FingerprintTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '%',
            value = {
                "Attribute is longer than 255 characters | Attribute is longer than 1024 characters",
                "user 5fbd2c01e4b0a1 is blocked | user 6aee9d77c1f2b3 is blocked",
                "no such user 2f1c6f0e-9b0a-4f2e-8d57-0c1f6d1f4c11 | no such user 00000000-9b0a-4f2e-8d57-0c1f6d1f4c11",
                "value \"blue cheese\" is not allowed | value \"apples and pears\" is not allowed",
                "at  /answers/3/value | at /answers/12/value",
                "'[hidden]' is too long | '[anything]' is too long"
            })
    void what_differs_from_letter_to_letter_makes_no_difference(String one, String other) {
        assertThat(Fingerprint.of("REJECTED", 400, one)).isEqualTo(Fingerprint.of("REJECTED", 400, other));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '%',
            value = {
                "'external_id' is too long | 'email' is too long",
                "is too long | is too short",
            })
    void what_makes_another_cause_makes_another_fingerprint(String one, String other) {
        assertThat(Fingerprint.of("REJECTED", 400, one).value())
                .isNotEqualTo(Fingerprint.of("REJECTED", 400, other).value());
    }

    @Test
    void reason_and_status_belong_to_it() {
        assertThat(Fingerprint.of("REJECTED", 400, "no").value())
                .isNotEqualTo(Fingerprint.of("REJECTED", 401, "no").value())
                .isNotEqualTo(Fingerprint.of("BRAZE_ERROR", 400, "no").value())
                .matches("[0-9a-f]{16}");
    }

    @Test
    void it_stays_the_same_for_ever_since_tables_hold_it() {
        assertThat(Fingerprint.of("REJECTED", 201, "'external_id' is too long").value())
                .isEqualTo("e277fe2aaaf093f5");
    }

    @Test
    void a_text_without_end_is_cut() {
        assertThat(Fingerprint.of("REJECTED", 400, "long ".repeat(10_000))
                        .text()
                        .length())
                .isLessThanOrEqualTo(500);
    }
}
