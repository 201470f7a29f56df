package com.iterate.survey.braze;

import com.iterate.contracts.AnswerType;
import com.iterate.survey.questions.Question;
import com.iterate.survey.questions.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which type each attribute of a company holds, for ever: Braze takes the type of the first value and drops values of
 * another type without a word.
 */
@ApplicationScoped
public class AttributeTypes {

    private final EntityManager database;

    AttributeTypes(EntityManager database) {
        this.database = database;
    }

    /**
     * Checks the names of a survey that goes live, and locks their types within the caller's transaction. Whatever is
     * found faulty has to roll that transaction back.
     */
    public List<Violation> lock(String companyId, String surveyId, List<Question> questions, BrazeSettings settings) {
        List<Violation> faults = new ArrayList<>(AttributeNames.faults(questions, settings));
        if (!faults.isEmpty()) {
            return faults;
        }
        // In one order everywhere: two surveys published at the same moment wait for each other and never deadlock.
        List<AttributeClaim> claims = AttributeNames.claims(questions, settings).stream()
                .sorted(Comparator.comparing(AttributeClaim::name))
                .toList();
        claims.forEach(claim -> insert(companyId, surveyId, claim));
        for (AttributeClaim claim : claims) {
            Locked locked = find(companyId, claim.name());
            if (!locked.type().equals(claim.type().wireName())) {
                faults.add(Violation.of(claim.questionId(), words(claim, locked)));
            }
        }
        return faults;
    }

    /** Waits for a transaction that is inserting the same name, and then does nothing. */
    private void insert(String companyId, String surveyId, AttributeClaim claim) {
        database.createNativeQuery(
                        "insert into attribute_type (company_id, name, type, survey_id) values (?1, ?2, ?3, ?4)"
                                + " on conflict do nothing")
                .setParameter(1, companyId)
                .setParameter(2, claim.name())
                .setParameter(3, claim.type().wireName())
                .setParameter(4, surveyId)
                .executeUpdate();
    }

    private Locked find(String companyId, String name) {
        Object[] row = (Object[]) database.createNativeQuery(
                        "select a.type, s.title from attribute_type a join survey s on s.id = a.survey_id"
                                + " where a.company_id = ?1 and a.name = ?2")
                .setParameter(1, companyId)
                .setParameter(2, name)
                .getSingleResult();
        return new Locked((String) row[0], (String) row[1]);
    }

    private static String words(AttributeClaim claim, Locked locked) {
        return "The attribute '" + AttributeNames.shown(claim.name()) + "' holds "
                + plural(AnswerType.ofWireName(locked.type())
                        .orElseThrow(() -> new IllegalStateException("unknown attribute type " + locked.type())))
                + " since the survey '" + locked.survey() + "' was published, and this question gives "
                + plural(claim.type()) + ", which Braze would drop; choose another attribute name.";
    }

    private static String plural(AnswerType type) {
        return switch (type) {
            case NUMBER -> "numbers";
            case TEXT -> "text";
            case BOOLEAN -> "yes or no";
            case CHOICES -> "lists";
            case DATE -> "dates";
        };
    }

    private record Locked(String type, String survey) {}
}
