package com.iterate.survey.questions;

import com.fasterxml.jackson.databind.JsonNode;
import com.iterate.contracts.AnswerValue;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers as they come in and as they go out. */
final class Numbers {

    /** Braze keeps about 15 significant digits: more would arrive changed. */
    static final int MOST_DIGITS = 15;

    private static final Pattern WRITTEN = Pattern.compile("([+-]?\\d{1,20})(?:([.,])(\\d{1,20}))?");

    private Numbers() {}

    static boolean isAbsent(JsonNode given) {
        return given.isNull() || given.isMissingNode();
    }

    /** Numbers only: {@code "9"} is a text. */
    static Optional<BigDecimal> read(JsonNode given) {
        boolean endless = (given.isDouble() || given.isFloat()) && !Double.isFinite(given.doubleValue());
        return given.isNumber() && !endless ? Optional.of(given.decimalValue()) : Optional.empty();
    }

    /** With a point or a comma before the decimals. {@code 1,000} may mean one or a thousand, so it is no number. */
    static Optional<BigDecimal> read(String text) {
        Matcher written = WRITTEN.matcher(text);
        if (!written.matches()
                || (",".equals(written.group(2)) && written.group(3).length() == 3)) {
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(text.replace(',', '.')));
    }

    /** Whether no more decimals than these matter; {@code 9.0} has none. */
    static boolean hasAtMost(int decimals, BigDecimal number) {
        return number.stripTrailingZeros().scale() <= decimals;
    }

    static Checked.Valid valid(BigDecimal number) {
        BigDecimal plain = number.stripTrailingZeros();
        BigDecimal value = plain.scale() < 0 ? plain.setScale(0) : plain;
        return new Checked.Valid(new AnswerValue.Number(value), value.toPlainString());
    }
}
