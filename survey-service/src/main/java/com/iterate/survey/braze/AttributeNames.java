package com.iterate.survey.braze;

import com.iterate.survey.questions.Question;
import com.iterate.survey.questions.Violation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The attribute names of one survey taken together. */
final class AttributeNames {

    private AttributeNames() {}

    /** Faults that can be seen without other surveys. */
    static List<Violation> faults(List<Question> questions, BrazeSettings settings) {
        List<Violation> faults = new ArrayList<>();
        Map<String, String> takenBy = new HashMap<>();
        for (AttributeClaim claim : claims(questions, settings)) {
            AttributeName.fault(claim.name()).ifPresent(why -> faults.add(Violation.of(claim.questionId(), why)));
            String first = takenBy.putIfAbsent(claim.name(), claim.questionId());
            if (first != null) {
                faults.add(
                        Violation.of(
                                claim.questionId(),
                                "The attribute '" + shown(claim.name()) + "' is already written by the question '"
                                        + first
                                        + "' of this survey, and the one answer would overwrite the other; choose another name."));
            }
        }
        return faults;
    }

    /** The attributes that answers will write, in the order of the questions. */
    static List<AttributeClaim> claims(List<Question> questions, BrazeSettings settings) {
        List<AttributeClaim> claims = new ArrayList<>();
        for (Question question : questions) {
            settings.attributeName(question).ifPresent(name -> question.answerType()
                    .ifPresent(type -> claims.add(new AttributeClaim(question.id(), name, type))));
        }
        return claims;
    }

    /** A name may be a whole prompt. */
    static String shown(String name) {
        return name.length() <= 80 ? name : name.substring(0, name.offsetByCodePoints(0, 40)) + "…";
    }
}
