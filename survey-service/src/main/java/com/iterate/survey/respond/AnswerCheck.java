package com.iterate.survey.respond;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.iterate.contracts.AnswerType;
import com.iterate.contracts.AnswerValue;
import com.iterate.survey.catalog.PublishedSurvey;
import com.iterate.survey.publishing.Sequence;
import com.iterate.survey.questions.Checked;
import com.iterate.survey.questions.Question;
import com.iterate.survey.respond.Submission.GivenAnswer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Answers of the API against the published survey: all are good, or none is taken. */
final class AnswerCheck {

    /** @param message what to do, without the answer's text */
    record Fault(String questionId, String message) {}

    /** @param answers meaningless when there are faults */
    record Result(List<CheckedAnswer> answers, List<Fault> faults) {}

    private AnswerCheck() {}

    static Result check(PublishedSurvey survey, List<GivenAnswer> given) {
        List<CheckedAnswer> answers = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (GivenAnswer answer : given) {
            String questionId = answer.questionId().orElse("");
            Optional<Question> question = survey.question(questionId);
            if (question.isEmpty()) {
                faults.add(new Fault(
                        questionId.length() > 40 ? "" : questionId, "The survey has no question with this id"));
            } else if (!seen.add(questionId)) {
                faults.add(new Fault(questionId, "Answer each question once in a call"));
            } else {
                check(question.get(), answer, answers, faults);
            }
        }
        return new Result(answers, faults);
    }

    private static void check(Question question, GivenAnswer given, List<CheckedAnswer> answers, List<Fault> faults) {
        Optional<AnswerType> type = question.answerType();
        if (type.isEmpty()) {
            faults.add(new Fault(question.id(), "This is a statement; nothing is asked"));
            return;
        }
        JsonNode value = given.value();
        if (value == null) {
            faults.add(new Fault(question.id(), "value is missing; null takes an answer back"));
            return;
        }
        // Taking back is always allowed: a required question is one that the page does not let you skip.
        Checked checked = value instanceof NullNode ? new Checked.Unanswered() : question.check(value);
        if (checked instanceof Checked.Valid valid) {
            answers.add(CheckedAnswer.given(question, valid, sequence(given, valid.value())));
        } else if (checked instanceof Checked.Invalid invalid) {
            faults.add(new Fault(question.id(), invalid.message()));
        } else {
            AnswerValue nothing = new AnswerValue.TakenBack(type.get());
            answers.add(CheckedAnswer.takenBack(question, type.get(), sequence(given, nothing)));
        }
    }

    private static Sequence sequence(GivenAnswer given, AnswerValue value) {
        return given.seq().map(Sequence::of).orElseGet(() -> Sequence.ofValue(value));
    }
}
