package com.iterate.survey.questions;

/** What the two ends of a row of points mean, such as "Not at all likely" and "Extremely likely". */
public record EndLabels(String low, String high) {

    public EndLabels {
        InvalidQuestion.check(!low.isBlank() && !high.isBlank(), "an end of the scale has an empty label");
        InvalidQuestion.check(
                low.length() <= 100 && high.length() <= 100, "a label of the scale is longer than 100 characters");
    }
}
