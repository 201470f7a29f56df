package com.iterate.survey.respond;

import static com.iterate.survey.respond.APublishedSurvey.aPublishedSurvey;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.iterate.contracts.AnswerType;
import com.iterate.contracts.AnswerValue;
import com.iterate.survey.publishing.Sequence;
import com.iterate.survey.respond.AnswerCheck.Fault;
import com.iterate.survey.respond.Submission.GivenAnswer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnswerCheckTest {

    @Test
    void an_nps_of_zero_is_an_answer() {
        // when
        AnswerCheck.Result result = check(answer("score", IntNode.valueOf(0)));
        // then
        assertThat(result.faults()).isEmpty();
        assertThat(result.answers().get(0).value()).isEqualTo(new AnswerValue.Number(BigDecimal.ZERO));
    }

    @Test
    void null_takes_an_answer_back_even_of_a_required_question() {
        // when
        AnswerCheck.Result result = check(answer("score", NullNode.getInstance()));
        // then
        assertThat(result.answers().get(0).value()).isEqualTo(new AnswerValue.TakenBack(AnswerType.NUMBER));
    }

    @Test
    void every_fault_names_its_question_and_none_repeats_the_answer() {
        // when
        AnswerCheck.Result result = check(
                answer("score", IntNode.valueOf(11)),
                answer("why", IntNode.valueOf(3)),
                answer("unknown", TextNode.valueOf("my secret")),
                answer("bye", TextNode.valueOf("my secret")),
                answer("score", IntNode.valueOf(1)));
        // then
        assertThat(result.faults())
                .extracting(Fault::questionId)
                .containsExactly("score", "why", "unknown", "bye", "score");
        assertThat(result.faults().toString()).doesNotContain("my secret", "11");
    }

    @Test
    void an_answer_without_a_value_is_no_answer() {
        // when
        AnswerCheck.Result result = check(new GivenAnswer(Optional.of("score"), null, Optional.of(1L)));
        // then
        assertThat(result.faults()).hasSize(1);
    }

    @Test
    void a_count_of_the_client_wins_over_the_value() {
        // when
        AnswerCheck.Result result = check(new GivenAnswer(Optional.of("score"), IntNode.valueOf(9), Optional.of(7L)));
        // then
        assertThat(result.answers().get(0).sequence()).isEqualTo(Sequence.of(7));
    }

    private static AnswerCheck.Result check(GivenAnswer... answers) {
        return AnswerCheck.check(aPublishedSurvey().build(), List.of(answers));
    }

    private static GivenAnswer answer(String questionId, JsonNode value) {
        return new GivenAnswer(Optional.of(questionId), value, Optional.empty());
    }
}
