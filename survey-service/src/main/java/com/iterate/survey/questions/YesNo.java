package com.iterate.survey.questions;

import com.fasterxml.jackson.databind.JsonNode;
import com.iterate.contracts.AnswerType;
import com.iterate.contracts.AnswerValue;
import java.util.Optional;

/** Yes or no; no is an answer. */
public record YesNo(String id, String prompt, Optional<String> help, boolean required) implements Question {

    static final String TYPE = "yes_no";

    private static final String WHAT_TO_DO = "Choose yes or no";

    private static final Checked YES = new Checked.Valid(new AnswerValue.Bool(true), "Yes");

    private static final Checked NO = new Checked.Valid(new AnswerValue.Bool(false), "No");

    public YesNo {
        Ids.check(id, prompt, help);
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
            return Checked.leftOut(this, WHAT_TO_DO);
        }
        if (!given.isBoolean()) {
            return new Checked.Invalid(WHAT_TO_DO);
        }
        return given.booleanValue() ? YES : NO;
    }

    @Override
    public Checked check(Form form) {
        return switch (form.text(id)) {
            case "" -> Checked.leftOut(this, WHAT_TO_DO);
            case "yes" -> YES;
            case "no" -> NO;
            default -> new Checked.Invalid(WHAT_TO_DO);
        };
    }
}
