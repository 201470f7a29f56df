package com.iterate.sandbox.journeys;

import com.iterate.contracts.Answer;
import com.iterate.contracts.AnswerValue;
import com.iterate.contracts.Delivery;
import com.iterate.contracts.ResponseSubmitted;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An answer as another service publishes it. */
record AnEvent(String company, String brazeId, Instant at, String attribute, AnswerValue value) {

    static AnEvent of(Company company, Respondent respondent) {
        return new AnEvent(
                company.id(), respondent.brazeId(), Instant.now(), "score", new AnswerValue.Number(BigDecimal.ZERO));
    }

    AnEvent withScore(int score) {
        return new AnEvent(company, brazeId, at, "score", new AnswerValue.Number(BigDecimal.valueOf(score)));
    }

    /** To another attribute. */
    AnEvent answering(String other) {
        return new AnEvent(company, brazeId, at, other, value);
    }

    /** Submitted so much later than now. */
    AnEvent withMillisLater(long millis) {
        return new AnEvent(company, brazeId, at.plusMillis(millis), attribute, value);
    }

    ResponseSubmitted build() {
        return new ResponseSubmitted(
                company,
                "from-elsewhere",
                "From elsewhere",
                1,
                "response-of-" + brazeId,
                new com.iterate.contracts.Respondent.Braze(brazeId),
                at,
                false,
                Set.of(Delivery.BRAZE_ATTRIBUTES),
                List.of(new Answer(
                        "q1",
                        "Would you recommend us?",
                        Optional.of(attribute),
                        value,
                        Optional.of("nps"),
                        Optional.empty())));
    }
}
