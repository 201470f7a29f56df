package com.iterate.relay.attempts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.iterate.contracts.Answer;
import com.iterate.contracts.AnswerType;
import com.iterate.contracts.AnswerValue;
import com.iterate.contracts.Delivery;
import com.iterate.contracts.Respondent;
import com.iterate.contracts.ResponseSubmitted;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SentObjectsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void an_attribute_stands_under_its_name_with_what_was_answered_and_by_whom() {
        // when
        List<SentObject> sent = SentObjects.of(
                event(answer("q1", "csat", new AnswerValue.Number(new BigDecimal("9.10")))),
                undelivered("q1", "attribute"));
        // then
        assertThat(sent).singleElement().satisfies(only -> assertThat(
                        only.object().toString())
                .isEqualTo("{\"braze_id\":\"ana\",\"_update_existing_only\":true,\"csat\":9.10}"));
    }

    @Test
    void who_may_not_see_people_and_answers_sees_names_alone() {
        // given
        ResponseSubmitted event = event(answer("q1", "csat", new AnswerValue.Text("slow")));
        // when
        String attribute = masked(event, undelivered("q1", "attribute"));
        String asEvent = masked(event, undelivered("q1", "event"));
        // then
        assertThat(attribute).isEqualTo("{\"braze_id\":\"•••\",\"_update_existing_only\":true,\"csat\":\"•••\"}");
        assertThat(asEvent)
                .doesNotContain("ana", "slow", "as read")
                .contains(
                        "\"name\":\"survey-question-response\"",
                        "\"question\":\"How?\"",
                        "\"response\":\"•••\"",
                        "\"response_string\":\"•••\"",
                        "\"response_id\":\"r1\"");
    }

    @Test
    void an_attribute_that_is_called_like_a_harmless_field_is_hidden_as_well() {
        assertThat(masked(event(answer("q1", "label", new AnswerValue.Text("slow"))), undelivered("q1", "attribute")))
                .doesNotContain("slow");
    }

    @Test
    void an_answer_that_was_taken_back_is_seen_to_be_so() {
        assertThat(masked(
                        event(answer("q1", "csat", new AnswerValue.TakenBack(AnswerType.TEXT))),
                        undelivered("q1", "attribute")))
                .contains("\"csat\":null");
    }

    @Test
    void long_lists_and_many_answers_are_cut_short() {
        // given
        List<String> choices =
                IntStream.range(0, 40).mapToObj(n -> "choice " + n).toList();
        ResponseSubmitted event = event(answer("q1", "liked", new AnswerValue.Choices(choices)));
        // when
        List<SentObject> sent = SentObjects.of(event, undelivered("q1", "attribute"));
        // then
        assertThat(sent.get(0).object().get("liked")).hasSize(6);
        assertThat(sent.get(0).object().get("liked").get(5).asText()).isEqualTo("…");
    }

    @Test
    void what_braze_was_never_asked_for_was_not_sent() {
        ResponseSubmitted event = event(answer("q1", "email", new AnswerValue.Text("slow")));
        assertThat(SentObjects.of(
                        event, json("[{\"questionId\":\"q1\",\"as\":\"attribute\",\"reason\":\"INVALID_ATTRIBUTE\"}]")))
                .isEmpty();
        assertThat(SentObjects.of(event, undelivered("gone", "attribute"))).isEmpty();
    }

    private static String masked(ResponseSubmitted event, JsonNode undelivered) {
        return SentObjects.of(event, undelivered).get(0).masked().object().toString();
    }

    private static JsonNode undelivered(String question, String as) {
        return json("[{\"questionId\":\"%s\",\"as\":\"%s\",\"reason\":\"REJECTED\",\"status\":400}]"
                .formatted(question, as));
    }

    private static Answer answer(String question, String attribute, AnswerValue value) {
        return new Answer(
                question, "How?", Optional.of(attribute), value, Optional.of("long-text"), Optional.of("as read"));
    }

    private static ResponseSubmitted event(Answer answer) {
        return new ResponseSubmitted(
                "acme",
                "s1",
                "Survey",
                1,
                "r1",
                new Respondent.Braze("ana"),
                Instant.parse("2026-11-23T13:00:00Z"),
                false,
                Set.of(Delivery.BRAZE_ATTRIBUTES),
                List.of(answer));
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
