package com.iterate.survey.catalog;

import com.iterate.survey.questions.Question;
import com.iterate.survey.questions.QuestionsJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** What was published: written once, never changed. */
@ApplicationScoped
class Versions {

    private final EntityManager database;

    Versions(EntityManager database) {
        this.database = database;
    }

    void keep(Survey survey) {
        database.createNativeQuery("insert into survey_version"
                        + " (survey_id, version, title, questions, design, published_at, published_by)"
                        + " values (?1, ?2, ?3, ?4\\:\\:jsonb, ?5\\:\\:jsonb, ?6, ?7)")
                .setParameter(1, survey.id())
                .setParameter(2, survey.liveVersion())
                .setParameter(3, survey.title())
                .setParameter(4, QuestionsJson.write(survey.questions()))
                .setParameter(5, StoredJson.write(survey.design()))
                .setParameter(6, OffsetDateTime.ofInstant(survey.changedAt(), ZoneOffset.UTC))
                .setParameter(7, survey.changedBy())
                .executeUpdate();
    }

    List<Question> questions(String surveyId, int version) {
        Object questions = database.createNativeQuery(
                        "select questions\\:\\:text from survey_version where survey_id = ?1 and version = ?2")
                .setParameter(1, surveyId)
                .setParameter(2, version)
                .getSingleResult();
        return QuestionsJson.stored((String) questions);
    }
}
