package com.iterate.sandbox.journeys;

import static com.iterate.sandbox.journeys.Patience.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import com.iterate.contracts.ResponseSubmitted;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplayKilledJourney extends Journey {

    private static final int PEOPLE = 100;

    /** Slow enough that the kill comes in the middle. */
    private static final int A_SECOND = 10;

    @Test
    void a_relay_killed_in_the_middle_of_a_replay_goes_on_with_it_and_forgets_no_letter() throws Exception {
        company("acme").connectsBrazeWith("right-key");
        DeadLetters letters = DeadLetters.of(company());
        braze.does(braze.fault("object-error").put("attribute", "score"));
        List<ResponseSubmitted> events = new ArrayList<>();
        for (int person = 0; person < PEOPLE; person++) {
            events.add(AnEvent.of(company(), respondent("person" + person))
                    .withScore(person)
                    .build());
        }
        kafka.receives(events);
        letters.eventually("REJECTED", PEOPLE);
        braze.recovers();
        long replay = letters.replays(json("filter", json("reason", "REJECTED")).put("ratePerSecond", A_SECOND));
        patiently(() -> assertThat(delivered(letters.replay(replay))).isBetween(15, PEOPLE - 15));

        relay.isKilledAndStartedAgain();

        assertThat(letters.replay(replay).getInteger("waiting")).isPositive();
        letters.eventuallyHasDone(replay, "DELIVERED", PEOPLE);
        letters.areEventuallyAll("DELIVERED");
        for (int person = 0; person < PEOPLE; person++) {
            braze.profile("person" + person).has("score", person);
        }
        assertThat(kafka.deadLettersOf(company())).hasSize(PEOPLE);
    }

    private static int delivered(JsonObject replay) {
        return replay.getJsonObject("results").getInteger("DELIVERED", 0);
    }
}
