package com.iterate.sandbox.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.iterate.contracts.ResponseSubmitted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExpiredByAWrongKeyJourney extends Journey {

    private static final int PEOPLE = 500;

    /** Eleven days pass in a moment; nothing is replayed while this lasts. */
    private static final Map<String, String> ANSWERS_EXPIRE_AT_ONCE =
            Map.of("RELAY_LANES_EXPIRY", "1S", "RELAY_REPLAY_AUTO", "false");

    /** A minute is the rule. */
    private static final Map<String, String> LOOKS_FOR_REPAIRED_OFTEN = Map.of("RELAY_REPLAY_AUTO_EVERY", "4S");

    @AfterEach
    void the_relay_has_its_usual_settings() throws InterruptedException {
        relay.isRestarted();
    }

    @Test
    void answers_that_expired_while_the_key_was_wrong_are_all_delivered_by_themselves_once_it_is_right()
            throws Exception {
        company("acme").connectsBrazeWith("wrong-key");
        DeadLetters letters = DeadLetters.of(company());
        List<ResponseSubmitted> events = new ArrayList<>();
        for (int person = 0; person < PEOPLE; person++) {
            events.add(AnEvent.of(company(), respondent("person" + person))
                    .withScore(person)
                    .build());
        }
        kafka.receives(events);
        company().eventuallySees("SUSPENDED").eventuallySeesWaiting(PEOPLE);
        relay.isRestartedWith(ANSWERS_EXPIRE_AT_ONCE);
        // In its lane or in a gap: that depends on how long the relay took to start again.
        letters.eventually(Set.of("EXPIRED", "EXPIRED_IN_GAP"), PEOPLE);
        relay.isRestartedWith(LOOKS_FOR_REPAIRED_OFTEN);

        company().connectsBrazeWith("right-key");

        letters.areEventuallyAll("DELIVERED");
        for (int person = 0; person < PEOPLE; person++) {
            braze.profile("person" + person).has("score", person);
        }
        assertThat(letters.replays()).allSatisfy(replay -> {
            assertThat(replay.getString("startedBy")).isEqualTo("system");
            assertThat(replay.getString("state")).isEqualTo("DONE");
        });
        assertThat(kafka.deadLettersOf(company())).hasSize(PEOPLE);
    }
}
