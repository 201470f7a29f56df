package com.iterate.survey.results;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a survey has found out.
 *
 * @param started   responses with at least one answer
 * @param completed responses that came to the end
 */
record Results(
        String surveyId,
        String title,
        int version,
        long started,
        long completed,
        List<QuestionResult> questions,
        List<Warning> warnings) {

    /**
     * @param answers      responses whose newest answer was not taken back
     * @param removed      whether the current version does not ask it any more
     * @param distribution of questions with a known set of answers
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record QuestionResult(
            String questionId,
            String prompt,
            String type,
            boolean removed,
            long answers,
            Optional<BigDecimal> average,
            Optional<BigDecimal> lowest,
            Optional<BigDecimal> highest,
            Optional<Nps> nps,
            Optional<List<Share>> distribution) {}

    /**
     * @param score share of promoters (9, 10) less that of detractors (0 to 6), from -100 to 100
     */
    record Nps(BigDecimal score, long promoters, long passives, long detractors) {}

    /** @param averagePlace of a ranking: 1 is best */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Share(String value, String label, long count, Optional<BigDecimal> averagePlace) {}

    /** Something about the survey's links that its owner should put right. */
    record Warning(String fault, String message, long times, Instant lastAt) {}
}
