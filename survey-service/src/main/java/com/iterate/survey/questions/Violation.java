package com.iterate.survey.questions;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;

/**
 * Why a survey cannot be saved or published as it is.
 *
 * @param questionId empty where the fault is no single question's
 * @param message    what is wrong and what to do
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Violation(Optional<String> questionId, String message) {

    public static Violation of(String questionId, String message) {
        return new Violation(Optional.of(questionId), message);
    }

    public static Violation ofSurvey(String message) {
        return new Violation(Optional.empty(), message);
    }
}
