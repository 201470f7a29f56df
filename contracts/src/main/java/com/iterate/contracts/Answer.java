package com.iterate.contracts;

import static com.iterate.contracts.InvalidEvent.check;

import java.util.Optional;

/**
 * One answered question.
 *
 * @param questionId   stays the same over all versions of the survey
 * @param prompt       the question as it was asked
 * @param attribute    the name on the Braze profile; empty: the prompt is the name
 * @param value        what was said, or that it was taken back
 * @param questionType the survey's word for the kind of question, such as {@code nps}; for the Braze event only
 * @param label        the answer as the respondent read it; for the Braze event only
 */
public record Answer(
        String questionId,
        String prompt,
        Optional<String> attribute,
        AnswerValue value,
        Optional<String> questionType,
        Optional<String> label) {

    public Answer {
        check(Limits.isId(questionId), "questionId must be 1 to 987 bytes without surrounding blanks");
        check(!prompt.isBlank(), "prompt must not be blank");
        check(Limits.isText(prompt), Limits.NOT_A_TEXT);
        check(attribute.map(Limits::isText).orElse(true), Limits.NOT_A_TEXT);
        check(questionType.map(Limits::isText).orElse(true), Limits.NOT_A_TEXT);
        check(label.map(Limits::isText).orElse(true), Limits.NOT_A_TEXT);
        check(attribute.isEmpty() || !attribute.get().isBlank(), "attribute must not be blank; leave it out instead");
    }

    /** The name of the custom attribute: the chosen one, else the prompt. Braze trims names, and so do we. */
    public String attributeName() {
        return attribute.orElse(prompt).strip();
    }
}
