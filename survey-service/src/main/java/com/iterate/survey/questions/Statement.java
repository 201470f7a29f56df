package com.iterate.survey.questions;

import com.fasterxml.jackson.databind.JsonNode;
import com.iterate.contracts.AnswerType;
import java.util.Optional;

/** Something to read between questions; nothing is asked. */
public record Statement(String id, String prompt, Optional<String> help) implements Question {

    static final String TYPE = "statement";

    public Statement {
        Ids.check(id, prompt, help);
    }

    @Override
    public boolean required() {
        return false;
    }

    @Override
    public String wireName() {
        return TYPE;
    }

    @Override
    public Optional<AnswerType> answerType() {
        return Optional.empty();
    }

    @Override
    public Checked check(JsonNode given) {
        return Numbers.isAbsent(given) ? new Checked.Unanswered() : new Checked.Invalid("Nothing is asked here");
    }

    @Override
    public Checked check(Form form) {
        return new Checked.Unanswered();
    }
}
