package com.iterate.contracts;

import static com.iterate.contracts.InvalidEvent.check;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** One typed slot: what the respondent said. Zero, false and an empty list are answers; {@link TakenBack} is not. */
public sealed interface AnswerValue {

    AnswerType type();

    record Number(BigDecimal value) implements AnswerValue {

        /** Braze keeps 64-bit integers and about 15 significant digits; more than this is a mistake, not a number. */
        private static final int MOST_DIGITS = 40;

        public Number {
            check(
                    value.precision() <= MOST_DIGITS && value.scale() <= MOST_DIGITS && value.scale() >= -MOST_DIGITS,
                    "a number must have at most 40 digits");
        }

        @Override
        public AnswerType type() {
            return AnswerType.NUMBER;
        }
    }

    record Text(String value) implements AnswerValue {
        public Text {
            check(Limits.isText(value), Limits.NOT_A_TEXT);
        }

        @Override
        public AnswerType type() {
            return AnswerType.TEXT;
        }
    }

    record Bool(boolean value) implements AnswerValue {
        @Override
        public AnswerType type() {
            return AnswerType.BOOLEAN;
        }
    }

    /** In the order in which the respondent put them. */
    record Choices(List<String> values) implements AnswerValue {
        public Choices {
            values = List.copyOf(values);
            check(values.stream().allMatch(Limits::isText), Limits.NOT_A_TEXT);
        }

        @Override
        public AnswerType type() {
            return AnswerType.CHOICES;
        }
    }

    /** A day is its midnight in UTC, as Braze reads dates without a zone. */
    record Date(Instant value) implements AnswerValue {
        public Date {
            check(Times.hasFourDigitYear(value), Times.YEARS);
        }

        @Override
        public AnswerType type() {
            return AnswerType.DATE;
        }
    }

    /** {@code null} on the wire: the answer was taken back, the attribute is unset. */
    record TakenBack(AnswerType type) implements AnswerValue {}
}
