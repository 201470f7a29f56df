package com.iterate.survey.results;

import com.iterate.survey.catalog.PublishedSurvey;
import com.iterate.survey.catalog.PublishedSurveys;
import com.iterate.webkit.Member;
import com.iterate.webkit.Problem;
import com.iterate.webkit.Role;
import com.iterate.webkit.Session;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/** The published surveys of this visitor's company. */
@RequestScoped
public class OwnSurveys {

    private final Session session;
    private final PublishedSurveys surveys;

    OwnSurveys(Session session, PublishedSurveys surveys) {
        this.session = session;
        this.surveys = surveys;
    }

    /** An unknown survey and another company's get the same words. */
    public PublishedSurvey find(String id, Role atLeast) {
        Member member = session.requireMember();
        PublishedSurvey survey = surveys.find(id)
                .filter(found ->
                        member.role() == Role.OPERATOR || member.company().equals(Optional.of(found.companyId())))
                .orElseThrow(() -> Problem.notFound("published survey"));
        session.require(atLeast, survey.companyId());
        return survey;
    }
}
