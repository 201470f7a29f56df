package com.iterate.survey.questions;

import com.fasterxml.jackson.databind.JsonNode;
import com.iterate.contracts.AnswerType;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A position on a scale, such as 0 to 100 in steps of 5.
 *
 * @param step divides the way from min to max evenly
 */
public record Scale(
        String id,
        String prompt,
        Optional<String> help,
        boolean required,
        BigDecimal min,
        BigDecimal max,
        BigDecimal step,
        Optional<EndLabels> labels)
        implements Question {

    static final String TYPE = "scale";

    /** Finer than any slider can be moved. */
    private static final BigDecimal MOST_STEPS = BigDecimal.valueOf(1000);

    public Scale {
        Ids.check(id, prompt, help);
        NumberInput.checkSetting("min", min);
        NumberInput.checkSetting("max", max);
        NumberInput.checkSetting("step", step);
        InvalidQuestion.check(min.compareTo(max) < 0, "min must be less than max");
        InvalidQuestion.check(step.signum() > 0, "step must be more than 0");
        BigDecimal way = max.subtract(min);
        InvalidQuestion.check(way.remainder(step).signum() == 0, "step must divide the way from min to max evenly");
        InvalidQuestion.check(way.compareTo(step.multiply(MOST_STEPS)) <= 0, "a scale has at most 1000 steps");
    }

    @Override
    public String wireName() {
        return TYPE;
    }

    @Override
    public Optional<AnswerType> answerType() {
        return Optional.of(AnswerType.NUMBER);
    }

    @Override
    public Checked check(JsonNode given) {
        return Numbers.isAbsent(given) ? Checked.leftOut(this, whatToDo()) : check(Numbers.read(given));
    }

    @Override
    public Checked check(Form form) {
        String chosen = form.text(id);
        return chosen.isEmpty() ? Checked.leftOut(this, whatToDo()) : check(Numbers.read(chosen));
    }

    private Checked check(Optional<BigDecimal> number) {
        // Digits before arithmetic: 1e-999999 would take a remainder minutes to compute.
        return number.filter(n -> n.compareTo(min) >= 0 && n.compareTo(max) <= 0)
                .filter(n -> Numbers.hasAtMost(Numbers.MOST_DIGITS, n))
                .filter(n -> n.subtract(min).remainder(step).signum() == 0)
                .<Checked>map(Numbers::valid)
                .orElseGet(() -> new Checked.Invalid(whatToDo()));
    }

    private String whatToDo() {
        String steps = step.compareTo(BigDecimal.ONE) == 0 ? "" : ", in steps of " + step.toPlainString();
        return "Choose a number from " + min.toPlainString() + " to " + max.toPlainString() + steps;
    }
}
