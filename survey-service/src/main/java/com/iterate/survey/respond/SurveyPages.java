package com.iterate.survey.respond;

import io.quarkus.qute.TemplateInstance;

/** The pages that a respondent sees. */
final class SurveyPages {

    private SurveyPages() {}

    /** @param colour the survey's own, as {@code #rrggbb} */
    record Look(String title, String colour) {}

    /**
     * @param path    where the form goes, without the question
     * @param shown   tells this showing of the question from the next one
     * @param back    where the Back link leads; empty text: there is none
     * @param error   what to change; empty text: nothing
     * @param waiting whether the answer could not be stored yet
     */
    record Step(
            String path,
            String shown,
            int number,
            int total,
            String back,
            String button,
            String error,
            boolean waiting) {}

    record question(Look look, Step step, QuestionView question) implements TemplateInstance {}

    record thanks(Look look) implements TemplateInstance {}

    record notice(Look look, String heading, String text) implements TemplateInstance {}
}
