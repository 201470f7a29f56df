package com.iterate.survey.catalog;

import com.iterate.survey.questions.Question;
import com.iterate.survey.questions.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The kind of every question that a survey ever published, so that no id ever means something else. */
@ApplicationScoped
class QuestionKinds {

    private final EntityManager database;

    QuestionKinds(EntityManager database) {
        this.database = database;
    }

    /** Question id to its kind, also of questions that were removed since. */
    Map<String, String> published(String surveyId) {
        List<?> rows = database.createNativeQuery("select question_id, kind from question_kind where survey_id = ?1")
                .setParameter(1, surveyId)
                .getResultList();
        Map<String, String> kinds = new HashMap<>();
        for (Object row : rows) {
            Object[] columns = (Object[]) row;
            kinds.put((String) columns[0], (String) columns[1]);
        }
        return kinds;
    }

    List<Violation> faults(String surveyId, List<Question> questions) {
        Map<String, String> published = published(surveyId);
        return questions.stream()
                .filter(question -> published.containsKey(question.id())
                        && !question.wireName().equals(published.get(question.id())))
                .map(question -> Violation.of(
                        question.id(),
                        "The question '" + question.id() + "' was published as " + published.get(question.id())
                                + " and cannot become " + question.wireName()
                                + ": earlier answers would mean something else. Add a new question with another id."))
                .toList();
    }

    void record(String surveyId, List<Question> questions) {
        for (Question question : questions) {
            database.createNativeQuery("insert into question_kind (survey_id, question_id, kind) values (?1, ?2, ?3)"
                            + " on conflict do nothing")
                    .setParameter(1, surveyId)
                    .setParameter(2, question.id())
                    .setParameter(3, question.wireName())
                    .executeUpdate();
        }
    }
}
