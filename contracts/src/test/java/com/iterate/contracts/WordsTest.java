package com.iterate.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void holds_a_text_once_however_often_it_is_read() {
        assertThat(word("csat")).isSameAs(word("csat"));
    }

    @Property
    void never_takes_one_text_for_another(@ForAll String one, @ForAll String other) {
        assertThat(word(one)).isEqualTo(one);
        assertThat(word(other)).isEqualTo(other);
        assertThat(word(one)).isEqualTo(one);
    }

    @Test
    void two_texts_of_one_place_take_turns() {
        // "Aa" and "BB" have the same hash.
        assertThat(word("Aa")).isEqualTo("Aa");
        assertThat(word("BB")).isEqualTo("BB");
        assertThat(word("Aa")).isEqualTo("Aa");
    }

    private static String word(String text) {
        char[] buffer = ("__" + text + "__").toCharArray();
        return Words.of(buffer, 2, text.length());
    }
}
