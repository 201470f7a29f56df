package com.iterate.survey.questions;

import com.fasterxml.jackson.databind.JsonNode;
import com.iterate.contracts.AnswerType;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A number that the respondent types.
 *
 * @param decimals how many places after the point may be given; 0: whole numbers
 */
public record NumberInput(
        String id,
        String prompt,
        Optional<String> help,
        boolean required,
        Optional<BigDecimal> min,
        Optional<BigDecimal> max,
        int decimals)
        implements Question {

    static final String TYPE = "number";

    private static final BigDecimal LARGEST = BigDecimal.TEN.pow(Numbers.MOST_DIGITS);

    public NumberInput {
        Ids.check(id, prompt, help);
        min.ifPresent(bound -> checkSetting("min", bound));
        max.ifPresent(bound -> checkSetting("max", bound));
        InvalidQuestion.check(
                min.isEmpty() || max.isEmpty() || min.get().compareTo(max.get()) < 0, "min must be less than max");
        InvalidQuestion.check(decimals >= 0 && decimals <= 6, "decimals must be 0 to 6");
    }

    static void checkSetting(String name, BigDecimal number) {
        InvalidQuestion.check(
                number.precision() <= Numbers.MOST_DIGITS
                        && number.abs().compareTo(LARGEST) < 0
                        && Numbers.hasAtMost(Numbers.MOST_DIGITS, number),
                name + " must have at most 15 digits");
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
        return Numbers.isAbsent(given) ? Checked.leftOut(this, "Enter a number") : check(Numbers.read(given));
    }

    @Override
    public Checked check(Form form) {
        String typed = form.text(id);
        return typed.isEmpty() ? Checked.leftOut(this, "Enter a number") : check(Numbers.read(typed));
    }

    private Checked check(Optional<BigDecimal> number) {
        return number.map(this::checkNumber)
                .orElseGet(() -> new Checked.Invalid(
                        decimals == 0 ? "Enter a number, like 1000" : "Enter a number, like 1000 or 2.5"));
    }

    private Checked checkNumber(BigDecimal number) {
        if (min.isPresent() && number.compareTo(min.get()) < 0) {
            return new Checked.Invalid("Enter a number that is " + min.get().toPlainString() + " or more");
        }
        if (max.isPresent() && number.compareTo(max.get()) > 0) {
            return new Checked.Invalid("Enter a number that is " + max.get().toPlainString() + " or less");
        }
        if (!Numbers.hasAtMost(decimals, number)) {
            return new Checked.Invalid(
                    decimals == 0
                            ? "Enter a whole number"
                            : "Enter a number with at most " + decimals + " digits after the point");
        }
        if (number.abs().compareTo(LARGEST) >= 0 || number.stripTrailingZeros().precision() > Numbers.MOST_DIGITS) {
            return new Checked.Invalid("Enter a number with at most 15 digits");
        }
        return Numbers.valid(number);
    }
}
