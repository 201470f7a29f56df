package com.iterate.survey.catalog;

import com.iterate.survey.braze.BrazeSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Surveys that somebody else wrote, whoever is signed in. */
@ApplicationScoped
class OtherPeoplesSurveys {

    private final Surveys surveys;

    OtherPeoplesSurveys(Surveys surveys) {
        this.surveys = surveys;
    }

    @Transactional
    String of(String companyId) {
        Survey survey = Survey.draft(companyId, new Draft("Theirs", List.of(), Design.PLAIN));
        survey.changed(Instant.EPOCH, "bea@" + companyId + ".test");
        surveys.persist(survey);
        return survey.id();
    }

    @Transactional
    void sign(String id) {
        surveys.findById(id).changeBraze(new BrazeSettings(true, Map.of(), Set.of(), true, false, true));
    }
}
