package com.iterate.survey.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import com.iterate.contracts.AnswerType;
import com.iterate.contracts.AnswerValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EventIdTest {

    private static final String RESPONSE = "6f1c2a9e-8d1f-4f53-9d61-0c7a7f6c1b55";
    private static final AnswerValue NINE = new AnswerValue.Number(new BigDecimal(9));

    @Test
    void the_id_is_the_uuid_of_version_5_that_other_languages_compute() {
        // when
        UUID id = EventId.of(RESPONSE, "q1", Sequence.of(0));
        // then
        assertThat(id).hasToString("5aa1d3bb-4cfa-578b-bac8-87715fb3f0f8");
        assertThat(id.version()).isEqualTo(5);
        assertThat(id.variant()).isEqualTo(2);
    }

    @Test
    void the_same_value_without_a_count_is_the_same_event() {
        assertThat(EventId.of(RESPONSE, "q1", Sequence.ofValue(NINE)))
                .isEqualTo(EventId.of(RESPONSE, "q1", Sequence.ofValue(new AnswerValue.Number(new BigDecimal("9")))));
    }

    @Test
    void another_value_question_or_response_is_another_event() {
        UUID id = EventId.of(RESPONSE, "q1", Sequence.ofValue(NINE));

        assertThat(List.of(
                        EventId.of(RESPONSE, "q1", Sequence.ofValue(new AnswerValue.Text("9"))),
                        EventId.of(RESPONSE, "q1", Sequence.ofValue(new AnswerValue.TakenBack(AnswerType.NUMBER))),
                        EventId.of(RESPONSE, "q2", Sequence.ofValue(NINE)),
                        EventId.of("other", "q1", Sequence.ofValue(NINE))))
                .doesNotContain(id)
                .doesNotHaveDuplicates();
    }

    @Test
    void a_double_click_is_one_event_and_the_page_shown_again_is_another() {
        UUID first = EventId.of(RESPONSE, "q1", Sequence.ofPage("shown-1", NINE));

        assertThat(EventId.of(RESPONSE, "q1", Sequence.ofPage("shown-1", NINE))).isEqualTo(first);
        assertThat(EventId.of(RESPONSE, "q1", Sequence.ofPage("shown-2", NINE))).isNotEqualTo(first);
    }
}
