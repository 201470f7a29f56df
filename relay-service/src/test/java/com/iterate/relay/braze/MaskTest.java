package com.iterate.relay.braze;

import static com.iterate.relay.braze.Answers.attributesOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.iterate.contracts.AnswerValue;
import com.iterate.relay.credentials.ApiKey;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskTest {

    private static final ApiKey KEY = new ApiKey("d9b3f1c2-secret");

    private final Mask mask = new Mask(
            KEY,
            List.of(attributesOf(
                    "5fbd99bac125ca40511f2cb1",
                    "csat",
                    9,
                    "why",
                    "Kaulquappen quaken, daily",
                    "colours",
                    new AnswerValue.Choices(List.of("mauve")))));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'external_id' must be fewer than 988 bytes",
                "'external_id', 'braze_id', 'user_alias', 'email' or 'phone' is required",
                "The value provided for the 'email' field is not a valid email.",
                "EXTERNAL_USER_ID_TOO_LARGE",
                "provided external_id is blacklisted and disallowed",
                "Valid data must be provided in the 'attributes', 'events', or 'purchases' fields.",
                "Error while parsing request body. Please check your syntax."
            })
    void what_braze_is_known_to_say_stays_readable(String text) {
        // when
        String masked = mask.hide(text);
        // then
        assertThat(masked).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "unknown braze_id 5fbd99bac125ca40511f2cb1 | unknown braze_id [hidden]",
                "value \"Kaulquappen quaken, daily\" is not valid | value \"[hidden]\" is not valid",
                "value Kaulquappen quaken, dai… is not valid | value [hidden] [hidden], dai… is not valid",
                "9 is not valid for csat | [hidden] is not valid for csat",
                "MAUVE is not valid | [hidden] is not valid",
                "ana.b@example.com is not valid | [hidden] is not valid",
                "somebody else 0a1b2c3d4e5f6a7b is not valid | somebody else [hidden] is not valid",
                "Invalid API key: d9b3f1c2-secret | Invalid API key: [hidden]",
                "unexpected token at 'xyz abc | unexpected token at '[hidden]'"
            })
    void ids_answers_and_the_key_are_hidden(String text, String expected) {
        // when
        String masked = mask.hide(text);
        // then
        assertThat(masked).isEqualTo(expected);
    }

    @Test
    void a_text_of_many_lines_becomes_one_line_of_at_most_two_kilobytes() {
        // when
        String masked = mask.hide("no\nway ".repeat(5000));
        // then
        assertThat(masked).doesNotContain("\n");
        assertThat(masked.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(2048);
    }

    @Property
    void an_answer_or_an_id_never_comes_back_in_a_reason(
            @ForAll @AlphaChars @NumericChars @StringLength(min = 4, max = 40) String secret,
            @ForAll @AlphaChars @StringLength(max = 5) String before) {
        // given
        String answer = "q7" + secret;
        Mask knowsIt = new Mask(KEY, List.of(attributesOf(answer, "a", answer)));
        // when
        String masked = knowsIt.hide("the value " + before + answer + " is not valid");
        // then
        assertThat(masked.toLowerCase(Locale.ROOT)).doesNotContain(answer.toLowerCase(Locale.ROOT));
    }
}
