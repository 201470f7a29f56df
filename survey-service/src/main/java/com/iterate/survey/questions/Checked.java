package com.iterate.survey.questions;

import com.iterate.contracts.AnswerValue;

/** What came of checking an answer. */
public sealed interface Checked {

    /** @param label the answer as the respondent read it */
    record Valid(AnswerValue value, String label) implements Checked {}

    /** @param message for the respondent, in plain words: what to do */
    record Invalid(String message) implements Checked {}

    /** Left out, and that is allowed. */
    record Unanswered() implements Checked {}

    /** Nothing was given: fine, unless the question is required. */
    static Checked leftOut(Question question, String whatToDo) {
        return question.required() ? new Invalid(whatToDo) : new Unanswered();
    }
}
