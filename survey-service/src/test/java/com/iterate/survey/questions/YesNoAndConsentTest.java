package com.iterate.survey.questions;

import static com.iterate.survey.questions.Answering.form;
import static com.iterate.survey.questions.Answering.json;

import com.iterate.contracts.AnswerValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YesNoAndConsentTest {

    @Test
    void no_is_an_answer() {
        json(AQuestion.yesNo(), "false").reads("No").isValue(new AnswerValue.Bool(false));
        form(AQuestion.yesNo(), "q=no").reads("No").isValue(new AnswerValue.Bool(false));
    }

    @Test
    void yes_is_true() {
        json(AQuestion.yesNo(), "true").reads("Yes").isValue(new AnswerValue.Bool(true));
        form(AQuestion.yesNo(), "q=yes").isValue(new AnswerValue.Bool(true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"yes\"", "1", "0", "[true]", "{}"})
    void only_true_and_false_are_yes_and_no(String given) {
        json(AQuestion.yesNo(), given).isRefusedWith("Choose yes or no");
    }

    @Test
    void nothing_chosen_is_no_answer() {
        form(AQuestion.yesNo()).isNoAnswer();
        json(AQuestion.yesNo(), "null").isNoAnswer();
        form(AQuestion.yesNo(), "q=maybe").isRefused();
    }

    @Test
    void a_box_that_was_shown_and_not_ticked_is_a_no() {
        form(AQuestion.optionalConsent()).reads("Not agreed").isValue(new AnswerValue.Bool(false));
        json(AQuestion.optionalConsent(), "null").isNoAnswer();
    }

    @Test
    void a_required_consent_has_to_be_given() {
        form(AQuestion.requiredConsent()).isRefusedWith("Tick the box if you agree");
        json(AQuestion.requiredConsent(), "false").isRefusedWith("Tick the box if you agree");
        form(AQuestion.requiredConsent(), "q=yes").reads("Agreed").isValue(new AnswerValue.Bool(true));
    }
}
