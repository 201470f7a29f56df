package com.iterate.survey.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DesignTest {

    @ParameterizedTest
    @CsvSource({"#000000,true", "#767676,true", "#777777,false", "#1d4ed8,true", "#ffffff,false", "#FFCC00,false"})
    void a_brand_colour_must_carry_white_text_that_everybody_can_read(String colour, boolean readable) {
        assertThat(new Design(Optional.of(colour)).fault().isEmpty()).isEqualTo(readable);
    }

    @Test
    void the_fault_says_the_contrast_and_what_to_do() {
        assertThat(new Design(Optional.of("#777777")).fault())
                .hasValueSatisfying(why -> assertThat(why).contains("4.4 to 1").contains("choose a darker colour"));
    }

    @Test
    void our_own_colour_is_readable() {
        assertThat(Design.PLAIN.fault()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"red", "#12345", "#1234567", "1d4ed8", "#gggggg", "#000000;}"})
    void a_colour_is_written_in_one_way(String colour) {
        assertThatThrownBy(() -> new Design(Optional.of(colour))).isInstanceOf(IllegalArgumentException.class);
    }
}
