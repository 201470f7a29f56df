package com.iterate.sandbox.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WrongConnectionJourney extends Journey {

    @Test
    void a_repaired_key_lets_everything_that_waited_through_in_order() {
        company("acme").connectsBrazeWith("wrong-key");
        respondent("ana").opens(survey("nps")).answers("score", 0).answers("why", unique("slow"));
        respondent("ben").sends(survey("nps"), "score", 2).sends(survey("nps"), "score", 8);
        company().eventuallySees("SUSPENDED").eventuallySeesWaiting(4);
        assertThat(company().lane().getString("why")).isNotBlank().doesNotContain("wrong-key");
        assertThat(braze.profile("ana").isUntouched()).isTrue();

        company().connectsBrazeWith("right-key");

        braze.eventually().profile("ana").has("score", 0).has("why", unique("slow"));
        braze.eventually().profile("ben").has("score", 8);
        company().eventuallySeesWaiting(0).eventuallySees("IDLE");
        braze.neverGotTwoRequestsForOneAttributeAtOnce();
        assertThat(kafka.deadLettersOf(company())).isEmpty();
    }

    @Test
    void answers_wait_for_a_company_that_has_not_connected_yet() {
        company("acme");
        respondent("ana").opens(survey("nps")).answers("score", 10);
        company().eventuallySees("NOT_CONNECTED").eventuallySeesWaiting(1);

        company().connectsBrazeWith("right-key");

        braze.eventually().profile("ana").has("score", 10);
        assertThat(kafka.deadLettersOf(company())).isEmpty();
    }
}
