package com.iterate.survey.respond;

import com.iterate.survey.catalog.PublishedSurvey;
import com.iterate.survey.catalog.PublishedSurveys;
import com.iterate.webkit.Problem;
import jakarta.inject.Singleton;

/** The surveys that take answers. */
@Singleton
class OpenSurveys {

    private final PublishedSurveys surveys;

    OpenSurveys(PublishedSurveys surveys) {
        this.surveys = surveys;
    }

    /** @throws Problem 404 for an unknown survey, 410 for a closed one */
    PublishedSurvey open(String id) {
        PublishedSurvey survey = surveys.find(id)
                .orElseThrow(() -> new Problem(
                        404,
                        "no-such-survey",
                        "No such survey",
                        "There is no survey at this address. Check the link."));
        if (!survey.isOpen()) {
            throw new Problem(
                    410,
                    "survey-closed",
                    "This survey is closed",
                    "It takes no answers any more. Thank you for your interest.");
        }
        return survey;
    }
}
