package com.iterate.survey.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.iterate.survey.questions.Question;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A survey as the API shows it.
 *
 * @param version            the newest published one; absent before the first
 * @param unpublishedChanges whether respondents see something older than this
 * @param revision           to be sent back with an edit
 * @param url                where respondents answer; absent before the first publication
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record SurveyView(
        String id,
        String companyId,
        String title,
        SurveyState state,
        Optional<Integer> version,
        boolean unpublishedChanges,
        long revision,
        List<Question> questions,
        Design design,
        Optional<URI> url,
        Instant changedAt,
        String changedBy) {

    static SurveyView of(Survey survey, URI publicUrl) {
        boolean live = survey.isLive();
        return new SurveyView(
                survey.id(),
                survey.companyId(),
                survey.title(),
                survey.state(),
                live ? Optional.of(survey.liveVersion()) : Optional.empty(),
                survey.hasUnpublishedChanges(),
                survey.revision(),
                survey.questions(),
                survey.design(),
                live ? Optional.of(publicUrl.resolve("/s/" + survey.id())) : Optional.empty(),
                survey.changedAt(),
                survey.changedBy());
    }
}
