package com.iterate.survey.respond;

import static com.iterate.survey.respond.APublishedSurvey.aPublishedSurvey;
import static org.assertj.core.api.Assertions.assertThat;

import com.iterate.contracts.AnswerValue;
import com.iterate.contracts.Delivery;
import com.iterate.contracts.Respondent;
import com.iterate.contracts.ResponseSubmitted;
import com.iterate.survey.catalog.PublishedSurvey;
import com.iterate.survey.publishing.OutgoingEvent;
import com.iterate.survey.publishing.Pass;
import com.iterate.survey.publishing.Sequence;
import com.iterate.survey.questions.Checked;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerEventsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T13:00:00Z");
    private static final Respondent ANA = new Respondent.Braze("ana");

    @Test
    void each_answer_is_an_event_of_its_own_and_the_last_one_ends_the_pass() {
        // when
        List<ResponseSubmitted> events = events(aPublishedSurvey().build(), ANA);
        // then
        assertThat(events).extracting(ResponseSubmitted::completed).containsExactly(false, true);
        assertThat(events).allSatisfy(event -> assertThat(event.answers()).hasSize(1));
        assertThat(events.get(0).answers().get(0).attribute()).isEmpty();
        assertThat(events.get(1).answers().get(0).attribute()).contains("reason");
        assertThat(events).extracting(ResponseSubmitted::key).containsOnly("acme|braze:ana");
    }

    @Test
    void braze_gets_nothing_of_an_excluded_question() {
        // when
        List<ResponseSubmitted> events =
                events(aPublishedSurvey().excluding("score").build(), ANA);
        // then
        assertThat(events.get(0).deliver()).isEmpty();
        assertThat(events.get(1).deliver()).containsExactly(Delivery.BRAZE_EVENTS);
    }

    @Test
    void braze_gets_nothing_of_somebody_it_does_not_know() {
        // when
        List<ResponseSubmitted> events = events(aPublishedSurvey().build(), new Respondent.Anonymous());
        // then
        assertThat(events).allSatisfy(event -> assertThat(event.deliver()).isEmpty());
    }

    @Test
    void a_pass_that_ends_at_a_statement_unsets_nobodys_attribute() {
        // given
        PublishedSurvey survey = aPublishedSurvey().build();
        CheckedAnswer end = CheckedAnswer.endWithout(survey.question("bye").orElseThrow());
        // when
        List<OutgoingEvent> events =
                AnswerEvents.of(survey, Pass.begin("s1", ANA), List.of(end), Ending.COMPLETED, NOW);
        // then
        assertThat(events.get(0).event().completed()).isTrue();
        assertThat(events.get(0).event().deliver()).isEmpty();
    }

    private static List<ResponseSubmitted> events(PublishedSurvey survey, Respondent respondent) {
        List<CheckedAnswer> answers = List.of(
                given(survey, "score", new AnswerValue.Number(BigDecimal.TEN)),
                given(survey, "why", new AnswerValue.Text("fast")));
        return AnswerEvents.of(survey, Pass.begin("s1", respondent), answers, Ending.COMPLETED, NOW).stream()
                .map(OutgoingEvent::event)
                .toList();
    }

    private static CheckedAnswer given(PublishedSurvey survey, String question, AnswerValue value) {
        return CheckedAnswer.given(
                survey.question(question).orElseThrow(), new Checked.Valid(value, "as read"), Sequence.of(1));
    }
}
