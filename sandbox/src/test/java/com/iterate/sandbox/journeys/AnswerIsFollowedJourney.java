package com.iterate.sandbox.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

class AnswerIsFollowedJourney extends Journey {

    @DisabledIfSystemProperty(
            named = "journeys.system",
            matches = "compose",
            disabledReason = "containers send no spans to this machine")
    @Test
    void one_trace_leads_from_the_page_through_kafka_to_braze_and_tells_nothing_of_the_person() {
        company("acme").connectsBrazeWith("right-key");
        String trace = UUID.randomUUID().toString().replace("-", "");

        respondent("ana")
                .isFollowedAs(trace)
                .opens(survey("nps"))
                .answers("score", 9)
                .answers("why", unique("slow"));

        braze.eventually().profile("ana").has("score", 9).has("why", unique("slow"));
        collector.eventuallyFollows(
                trace,
                "survey-service: publish answers",
                "relay-service: relay.wait",
                "relay-service: braze /users/track");
        assertThat(collector.everything())
                .contains(company().id())
                .doesNotContain(respondent("ana").brazeId())
                .doesNotContain(unique("slow"))
                .doesNotContain(Company.keyOf(company().id(), "right-key"));
    }
}
