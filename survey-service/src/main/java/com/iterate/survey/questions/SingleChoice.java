package com.iterate.survey.questions;

import com.fasterxml.jackson.databind.JsonNode;
import com.iterate.contracts.AnswerType;
import com.iterate.contracts.AnswerValue;
import java.util.List;
import java.util.Optional;

/**
 * One of the options. JSON: the option's id, or {@code {"other":"…"}}; form: {@code <id>} and {@code <id>.other}.
 *
 * @param other the label of an option to be specified by the respondent; absent: there is none
 */
public record SingleChoice(
        String id, String prompt, Optional<String> help, boolean required, List<Choice> choices, Optional<String> other)
        implements ChoiceQuestion {

    static final String TYPE = "single_choice";

    private static final String WHAT_TO_DO = "Choose one of the options";

    public SingleChoice {
        Ids.check(id, prompt, help);
        choices = Choice.checked(choices);
        Other.checkLabel(other);
    }

    @Override
    public String wireName() {
        return TYPE;
    }

    @Override
    public Optional<AnswerType> answerType() {
        return Optional.of(AnswerType.TEXT);
    }

    @Override
    public Checked check(JsonNode given) {
        if (Numbers.isAbsent(given)) {
            return Checked.leftOut(this, WHAT_TO_DO);
        }
        return given.isTextual()
                ? checkOption(given.textValue())
                : Other.read(given).map(this::checkOther).orElseGet(() -> new Checked.Invalid(WHAT_TO_DO));
    }

    @Override
    public Checked check(Form form) {
        String chosen = form.text(id);
        return chosen.equals(Ids.OTHER) ? checkOther(form.text(id + "." + Ids.OTHER)) : checkOption(chosen);
    }

    private Checked checkOption(String optionId) {
        if (optionId.isEmpty()) {
            return Checked.leftOut(this, WHAT_TO_DO);
        }
        return choice(optionId)
                .<Checked>map(choice -> new Checked.Valid(new AnswerValue.Text(choice.sent()), choice.label()))
                .orElseGet(() -> new Checked.Invalid(WHAT_TO_DO));
    }

    private Checked checkOther(String words) {
        if (other.isEmpty()) {
            return new Checked.Invalid(WHAT_TO_DO);
        }
        return Other.fault(words).<Checked>map(Checked.Invalid::new).orElseGet(() -> TextQuestion.valid(words));
    }
}
