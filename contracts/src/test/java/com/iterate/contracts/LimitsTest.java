package com.iterate.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What nearly every text is goes a shorter way; it must lead to the same place as the rule. */
class LimitsTest {

    @Property
    void an_id_is_what_the_rule_says(@ForAll("texts") String text) {
        boolean byTheRule = !text.isBlank()
                && text.equals(text.strip())
                && text.chars().noneMatch(Character::isISOControl)
                && StandardCharsets.UTF_8.newEncoder().canEncode(text)
                && text.getBytes(StandardCharsets.UTF_8).length <= Limits.ID_BYTES;
        assertThat(Limits.isId(text)).isEqualTo(byTheRule);
    }

    @Property
    void a_text_is_what_can_be_written_in_utf_8(@ForAll("texts") String text) {
        assertThat(Limits.isText(text))
                .isEqualTo(StandardCharsets.UTF_8.newEncoder().canEncode(text));
    }

    @Test
    void an_id_may_have_987_bytes() {
        assertThat(Limits.isId("a".repeat(987))).isTrue();
        assertThat(Limits.isId("a".repeat(988))).isFalse();
        assertThat(Limits.isId("€".repeat(329))).isTrue();
        assertThat(Limits.isId("€".repeat(330))).isFalse();
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> plain = Arbitraries.strings().ascii().ofMaxLength(8);
        // Halves of pairs among them, and pairs.
        Arbitrary<String> wild = Arbitraries.strings()
                .withCharRange('\uD7FE', '\uE001')
                .withChars(' ', 'a', '\n', '\u00A0')
                .ofMaxLength(6);
        Arbitrary<String> longOnes =
                Arbitraries.strings().alpha().ofMinLength(980).ofMaxLength(990);
        return Arbitraries.oneOf(plain, wild, Arbitraries.strings().all().ofMaxLength(8), longOnes);
    }
}
