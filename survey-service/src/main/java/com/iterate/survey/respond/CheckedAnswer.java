package com.iterate.survey.respond;

import com.iterate.contracts.AnswerType;
import com.iterate.contracts.AnswerValue;
import com.iterate.survey.publishing.Sequence;
import com.iterate.survey.questions.Checked;
import com.iterate.survey.questions.Question;
import java.util.Optional;

/**
 * An answer that the survey takes.
 *
 * @param label    as the respondent read it; empty for what was taken back
 * @param handling whether Braze may hear of it
 */
record CheckedAnswer(
        Question question, AnswerValue value, Optional<String> label, Sequence sequence, Handling handling) {

    enum Handling {
        AS_THE_SURVEY_SAYS,
        /** A mark of our own, such as "came to the end without an answer", which must not unset anybody's attribute. */
        RECORD_ONLY
    }

    static CheckedAnswer given(Question question, Checked.Valid answer, Sequence sequence) {
        return new CheckedAnswer(
                question, answer.value(), Optional.of(answer.label()), sequence, Handling.AS_THE_SURVEY_SAYS);
    }

    static CheckedAnswer takenBack(Question question, AnswerType type, Sequence sequence) {
        return new CheckedAnswer(
                question, new AnswerValue.TakenBack(type), Optional.empty(), sequence, Handling.AS_THE_SURVEY_SAYS);
    }

    /** The pass ends at a question that was left out, or at a statement. */
    static CheckedAnswer endWithout(Question question) {
        AnswerValue nothing = new AnswerValue.TakenBack(question.answerType().orElse(AnswerType.TEXT));
        return new CheckedAnswer(question, nothing, Optional.empty(), new Sequence("end"), Handling.RECORD_ONLY);
    }
}
