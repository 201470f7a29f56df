package com.iterate.survey.respond;

import com.iterate.contracts.Answer;
import com.iterate.contracts.Delivery;
import com.iterate.contracts.Respondent;
import com.iterate.contracts.ResponseSubmitted;
import com.iterate.survey.catalog.PublishedSurvey;
import com.iterate.survey.publishing.EventId;
import com.iterate.survey.publishing.OutgoingEvent;
import com.iterate.survey.publishing.Pass;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Each answered question as an event of its own, so that each reaches Braze, or is kept from it, by itself. */
final class AnswerEvents {

    private AnswerEvents() {}

    static List<OutgoingEvent> of(
            PublishedSurvey survey, Pass pass, List<CheckedAnswer> answers, Ending ending, Instant submittedAt) {
        List<OutgoingEvent> events = new ArrayList<>(answers.size());
        for (int at = 0; at < answers.size(); at++) {
            CheckedAnswer answer = answers.get(at);
            boolean ends = ending == Ending.COMPLETED && at == answers.size() - 1;
            events.add(new OutgoingEvent(
                    EventId.of(pass.responseId(), answer.question().id(), answer.sequence()),
                    new ResponseSubmitted(
                            survey.companyId(),
                            survey.id(),
                            survey.title(),
                            survey.version(),
                            pass.responseId(),
                            pass.respondent(),
                            submittedAt,
                            ends,
                            deliver(survey, pass, answer),
                            List.of(answer(survey, answer)))));
        }
        return events;
    }

    private static Set<Delivery> deliver(PublishedSurvey survey, Pass pass, CheckedAnswer answer) {
        boolean forBraze = answer.handling() == CheckedAnswer.Handling.AS_THE_SURVEY_SAYS
                && !(pass.respondent() instanceof Respondent.Anonymous);
        return forBraze ? survey.braze().deliver(answer.question()) : Set.of();
    }

    private static Answer answer(PublishedSurvey survey, CheckedAnswer answer) {
        return new Answer(
                answer.question().id(),
                answer.question().prompt(),
                survey.braze().chosenName(answer.question()),
                answer.value(),
                Optional.of(answer.question().wireName()),
                answer.label());
    }
}
