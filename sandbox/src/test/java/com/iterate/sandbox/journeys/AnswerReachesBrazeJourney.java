package com.iterate.sandbox.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerReachesBrazeJourney extends Journey {

    @Test
    void an_answer_on_the_page_becomes_an_attribute_on_the_profile() {
        company("acme").connectsBrazeWith("right-key");

        respondent("ana").opens(survey("nps")).answers("score", 0).answers("why", unique("too slow"));

        braze.eventually().profile("ana").has("score", 0).has("why", unique("too slow"));
        survey("nps").eventuallyCounts("score", 1).eventuallyCounts("why", 1);
        assertThat(braze.requests()).allSatisfy(request -> assertThat(braze.objects(request))
                .allSatisfy(object -> assertThat(object.fieldNames())
                        .contains("braze_id", "_update_existing_only")
                        .doesNotContain("email", "external_id")));
    }

    @Test
    void two_answers_in_a_hurry_arrive_in_order_and_never_at_once() {
        company("acme").connectsBrazeWith("right-key");

        respondent("ana").sends(survey("nps"), "score", 3).sends(survey("nps"), "score", 9);

        braze.eventually().profile("ana").has("score", 9);
        company().eventuallySeesWaiting(0);
        braze.neverGotTwoRequestsForOneAttributeAtOnce();
        assertThat(braze.valuesSentFor("ana", "score")).isIn(List.of(3, 9), List.of(9));
        survey("nps").eventuallyCounts("score", 1);
    }

    @Test
    void an_answer_that_another_service_publishes_is_treated_alike() {
        company("acme").connectsBrazeWith("right-key");

        kafka.receives(
                List.of(AnEvent.of(company(), respondent("ana")).withScore(7).build()));

        braze.eventually().profile("ana").has("score", 7);
    }
}
