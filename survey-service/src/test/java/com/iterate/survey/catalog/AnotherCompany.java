package com.iterate.survey.catalog;

import java.util.List;

/** What a survey of somebody else looks like to this service: published, and nobody of ours wrote it. */
public final class AnotherCompany {

    private AnotherCompany() {}

    public static void publishes(PublishedSurveys published, PublishedSurvey survey) {
        published.take(List.of(survey));
    }
}
