package com.iterate.survey.publishing;

import com.iterate.contracts.Respondent;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * One person's pass through a survey: what a response token says.
 *
 * @param answered hashes of the ids of the questions that were answered: leaving one out later takes its answer back, leaving out
 *                 another does nothing. Hashes, because the token stands in a URL
 */
public record Pass(String surveyId, String responseId, Respondent respondent, Set<Integer> answered) {

    public Pass {
        answered = Set.copyOf(answered);
    }

    /** A new one. The server alone makes response ids, so nobody can write into another's response. */
    public static Pass begin(String surveyId, Respondent respondent) {
        return new Pass(surveyId, UUID.randomUUID().toString(), respondent, Set.of());
    }

    public boolean hasAnswered(String questionId) {
        return answered.contains(questionId.hashCode());
    }

    public Pass withAnswered(String questionId) {
        Set<Integer> more = new HashSet<>(answered);
        more.add(questionId.hashCode());
        return new Pass(surveyId, responseId, respondent, more);
    }

    public Pass withoutAnswered(String questionId) {
        Set<Integer> fewer = new HashSet<>(answered);
        fewer.remove(questionId.hashCode());
        return new Pass(surveyId, responseId, respondent, fewer);
    }
}
