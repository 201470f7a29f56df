package com.iterate.survey.catalog;

/** Whether a survey takes answers. */
public enum SurveyState {
    /** Never published. */
    DRAFT,
    OPEN,
    /** Published once, takes no answers now. */
    CLOSED
}
