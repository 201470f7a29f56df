package com.iterate.relay.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.iterate.webkit.Problem;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    @Test
    void a_place_comes_back_as_it_went_out() {
        Cursor cursor = new Cursor(Instant.parse("2026-11-23T12:00:00.123456Z"), new LetterId(3, 1207));

        assertThat(Cursor.of(cursor.text())).isEqualTo(cursor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "%%%", "MjAyNi0xMS0yM1QxMjowMDowMFp8eC15"})
    void what_is_no_place_is_refused(String text) {
        assertThatThrownBy(() -> Cursor.of(text)).isInstanceOf(Problem.class).hasMessageContaining("Unknown place");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3", "3-", "-3-4", "a-b", "3-4-5", "99999999999-1", "1-9999999999999999999", " 3-4"})
    void what_is_no_id_is_refused(String text) {
        assertThatThrownBy(() -> LetterId.parse(text)).isInstanceOf(Problem.class);
    }

    @Test
    void an_id_reads_as_it_is_written() {
        assertThat(LetterId.parse("3-1207")).hasToString("3-1207").isEqualTo(new LetterId(3, 1207));
    }
}
