package com.iterate.survey.questions;

import com.fasterxml.jackson.databind.JsonNode;
import com.iterate.contracts.AnswerType;
import com.iterate.contracts.AnswerValue;
import java.util.Optional;

/**
 * A box to tick, never ticked beforehand. Required means that the respondent has to agree.
 *
 * @param statement what the respondent agrees to, beside the box
 */
public record Consent(String id, String prompt, Optional<String> help, boolean required, String statement)
        implements Question {

    static final String TYPE = "consent";

    private static final Checked AGREED = new Checked.Valid(new AnswerValue.Bool(true), "Agreed");

    public Consent {
        Ids.check(id, prompt, help);
        InvalidQuestion.check(!statement.isBlank(), "the statement is empty; write what the respondent agrees to");
        InvalidQuestion.check(statement.length() <= 2000, "the statement is longer than 2000 characters");
    }

    @Override
    public String wireName() {
        return TYPE;
    }

    @Override
    public Optional<AnswerType> answerType() {
        return Optional.of(AnswerType.BOOLEAN);
    }

    @Override
    public Checked check(JsonNode given) {
        if (Numbers.isAbsent(given)) {
            return Checked.leftOut(this, whatToDo());
        }
        if (!given.isBoolean()) {
            return new Checked.Invalid(whatToDo());
        }
        return given.booleanValue() ? AGREED : notAgreed();
    }

    /** A box that was shown and not ticked is an answer: the respondent saw it and did not agree. */
    @Override
    public Checked check(Form form) {
        return switch (form.text(id)) {
            case "" -> notAgreed();
            case "yes" -> AGREED;
            default -> new Checked.Invalid(whatToDo());
        };
    }

    private Checked notAgreed() {
        return required
                ? new Checked.Invalid(whatToDo())
                : new Checked.Valid(new AnswerValue.Bool(false), "Not agreed");
    }

    private static String whatToDo() {
        return "Tick the box if you agree";
    }
}
