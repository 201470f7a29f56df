package com.iterate.relay.replay;

import com.iterate.contracts.Answer;
import com.iterate.contracts.ResponseSubmitted;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An event whose answers go to other attributes than their publisher said. Everything else stays, its age above all. */
final class Renaming {

    private Renaming() {}

    static ResponseSubmitted of(ResponseSubmitted event, Map<String, String> names) {
        if (names.isEmpty()) {
            return event;
        }
        List<Answer> answers =
                event.answers().stream().map(answer -> renamed(answer, names)).toList();
        return new ResponseSubmitted(
                event.companyId(),
                event.surveyId(),
                event.surveyName(),
                event.surveyVersion(),
                event.responseId(),
                event.respondent(),
                event.submittedAt(),
                event.completed(),
                event.deliver(),
                answers);
    }

    private static Answer renamed(Answer answer, Map<String, String> names) {
        String name = names.get(answer.attributeName());
        return name == null
                ? answer
                : new Answer(
                        answer.questionId(),
                        answer.prompt(),
                        Optional.of(name),
                        answer.value(),
                        answer.questionType(),
                        answer.label());
    }
}
