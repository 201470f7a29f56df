package com.iterate.sandbox.journeys;

import static com.iterate.sandbox.journeys.Patience.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import com.iterate.contracts.ResponseSubmitted;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RelayKilledJourney extends Journey {

    private static final int PEOPLE = 40;
    private static final int ANSWERS_EACH = 5;

    @Test
    void a_relay_killed_with_answers_in_flight_loses_none_and_the_newest_wins() throws Exception {
        company("acme").connectsBrazeWith("right-key");
        braze.does(braze.fault("latency").put("millis", 700));
        List<ResponseSubmitted> events = new ArrayList<>();
        for (int n = 0; n < ANSWERS_EACH; n++) {
            for (int person = 0; person < PEOPLE; person++) {
                events.add(AnEvent.of(company(), respondent("person" + person))
                        .withScore(n)
                        .withMillisLater(n)
                        .build());
            }
        }
        kafka.receives(events);
        patiently(() -> assertThat(braze.requests()).anyMatch(request -> request.getBoolean("open")));

        relay.isKilledAndStartedAgain();
        braze.recovers();

        for (int person = 0; person < PEOPLE; person++) {
            braze.eventually().profile("person" + person).has("score", ANSWERS_EACH - 1);
        }
        company().eventuallySeesWaiting(0);
        for (int person = 0; person < PEOPLE; person++) {
            assertThat(braze.valuesSentFor("person" + person, "score")).endsWith(ANSWERS_EACH - 1);
        }
        assertThat(kafka.deadLettersOf(company())).isEmpty();
    }
}
