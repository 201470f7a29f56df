package com.iterate.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ResponseSamplesTest {

    @ParameterizedTest
    @MethodSource("com.iterate.contracts.Samples#valid")
    void a_valid_sample_is_read_and_has_the_expected_key(Samples sample) {
        // when
        Decoded decoded = ResponseDecoder.decode(sample.bytes());
        // then
        assertThat(decoded).isInstanceOfSatisfying(Decoded.Event.class, event -> assertThat(
                        event.value().key())
                .isEqualTo(sample.expected().get("key").asText()));
    }

    @ParameterizedTest
    @MethodSource("com.iterate.contracts.Samples#valid")
    void a_valid_sample_survives_being_written_and_read_again(Samples sample) {
        // given
        ResponseSubmitted event = sample.event();
        // when
        Decoded again = ResponseDecoder.decode(ResponseEncoder.encode(event));
        // then
        assertThat(again).isEqualTo(new Decoded.Event(event));
    }

    @ParameterizedTest
    @MethodSource("com.iterate.contracts.Samples#invalid")
    void an_invalid_sample_says_where_and_which_rule(Samples sample) {
        // when
        Decoded decoded = ResponseDecoder.decode(sample.bytes());
        // then
        assertThat(decoded)
                .isEqualTo(new Decoded.Unreadable(
                        sample.expected().get("position").asText(),
                        sample.expected().get("problem").asText()));
    }

    @Test
    void an_nps_of_zero_is_an_answer() {
        // when
        AnswerValue value = valueOf("valid/nps-zero.json");
        // then
        assertThat(value).isEqualTo(new AnswerValue.Number(BigDecimal.ZERO));
    }

    @Test
    void null_is_an_answer_taken_back_and_keeps_its_type() {
        // when
        AnswerValue value = valueOf("valid/taken-back.json");
        // then
        assertThat(value).isEqualTo(new AnswerValue.TakenBack(AnswerType.NUMBER));
    }

    @Test
    void an_absent_answer_stays_absent() {
        // when
        ResponseSubmitted event = Samples.named("valid/least.json").event();
        // then
        assertThat(event.answers()).singleElement().satisfies(answer -> {
            assertThat(answer.attribute()).isEqualTo(Optional.empty());
            assertThat(answer.questionType()).isEqualTo(Optional.empty());
            assertThat(answer.label()).isEqualTo(Optional.empty());
        });
        assertThat(new String(ResponseEncoder.encode(event), java.nio.charset.StandardCharsets.UTF_8))
                .doesNotContain("\"respondent\"", "\"attribute\"", "\"questionType\"", "\"label\"");
    }

    @Test
    void what_a_later_version_adds_is_ignored() {
        // when
        ResponseSubmitted event = Samples.named("valid/unknown-fields.json").event();
        // then
        assertThat(event).isEqualTo(Samples.named("valid/number.json").event());
    }

    private static AnswerValue valueOf(String file) {
        return Samples.named(file).event().answers().get(0).value();
    }
}
