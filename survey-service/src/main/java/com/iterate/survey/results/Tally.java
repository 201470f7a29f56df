package com.iterate.survey.results;

import java.math.BigDecimal;
import java.util.Optional;

/** Rows of the database about one question. */
sealed interface Tally {

    record Numbers(
            String questionId,
            String prompt,
            String type,
            long answers,
            Optional<BigDecimal> average,
            Optional<BigDecimal> lowest,
            Optional<BigDecimal> highest)
            implements Tally {}

    record Count(String questionId, String value, long times, Optional<BigDecimal> averagePlace) implements Tally {}
}
