package com.iterate.sandbox.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** Reads the logs of all journeys: comes last. */
@Order(Integer.MAX_VALUE)
class NothingSecretInLogsJourney extends Journey {

    /** Keys, people and answers of all journeys; the end of each was drawn by lot. */
    private static final Pattern SECRET =
            Pattern.compile("-key-of-|(ana|ben|person\\d+|slow)-[0-9a-f]{8}|journeys-password");

    @Test
    void no_service_logs_a_key_an_answer_or_a_persons_id() {
        company("acme").connectsBrazeWith("right-key");
        respondent("ana").opens(survey("nps")).answers("score", 9).answers("why", unique("slow"));
        braze.eventually().profile("ana").has("score", 9).has("why", unique("slow"));

        for (Part logger : system.loggers()) {
            assertThat(logger.log().filter(line -> SECRET.matcher(line).find()))
                    .as(logger.name())
                    .isEmpty();
        }
    }

    /** One visit in a hundred is followed by lot, and all that ask for it. */
    @DisabledIfSystemProperty(
            named = "journeys.system",
            matches = "compose",
            disabledReason = "containers send no spans to this machine")
    @Test
    void no_span_holds_a_key_an_answer_or_a_persons_id() {
        assertThat(collector.everything()).doesNotContainPattern(SECRET);
    }
}
