package com.iterate.sandbox.journeys;

import static com.iterate.sandbox.journeys.Patience.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import com.iterate.contracts.ResponseSubmitted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExpiredByAWrongKeyJourney extends Journey {

    private static final int PEOPLE = 500;

    /** Of one person, whose partition it is that skips the company. */
    private static final int SKIPPED = 50;

    /** Eleven days pass in a moment; nothing is replayed while this lasts. The alarm comes before the end, as ever. */
    private static final Map<String, String> ANSWERS_EXPIRE_AT_ONCE = Map.of(
            "RELAY_LANES_EXPIRY",
            "2S",
            "RELAY_GAPS_EXPIRY",
            "2S",
            "RELAY_GAPS_ALARM",
            "1S",
            "RELAY_REPLAY_AUTO",
            "false");

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
        long checks = braze.refusedKeyChecks();
        relay.isRestartedWith(LOOKS_FOR_REPAIRED_OFTEN);
        // A lane without work says nothing about the key: Braze is asked first.
        patiently(() -> assertThat(braze.refusedKeyChecks()).isGreaterThan(checks + 1));
        assertThat(letters.replays()).isEmpty();

        company().connectsBrazeWith("right-key");

        areDeliveredByThemselves(letters, PEOPLE);
        for (int person = 0; person < PEOPLE; person++) {
            braze.profile("person" + person).has("score", person);
        }
    }

    @Test
    void answers_of_a_company_that_was_away_too_long_are_delivered_by_themselves_when_it_is_back() throws Exception {
        company("acme").connectsBrazeWith("wrong-key");
        DeadLetters letters = DeadLetters.of(company());
        AnEvent ana = AnEvent.of(company(), respondent("ana")).withScore(7);
        kafka.receives(List.of(ana.build()));
        company().isEventuallySkipped();
        kafka.receives(IntStream.range(0, SKIPPED)
                .mapToObj(question -> ana.answering("question" + question).build())
                .toList());
        relay.isRestartedWith(ANSWERS_EXPIRE_AT_ONCE);
        letters.eventually("EXPIRED_IN_GAP", SKIPPED + 1);
        relay.isRestartedWith(LOOKS_FOR_REPAIRED_OFTEN);

        company().connectsBrazeWith("right-key");

        areDeliveredByThemselves(letters, SKIPPED + 1);
        braze.profile("ana").has("score", 7).has("question0", 7).has("question" + (SKIPPED - 1), 7);
    }

    private void areDeliveredByThemselves(DeadLetters letters, int howMany) {
        letters.areEventuallyAll("DELIVERED");
        assertThat(letters.replays()).isNotEmpty().allSatisfy(replay -> {
            assertThat(replay.getString("startedBy")).isEqualTo("system");
            assertThat(replay.getString("state")).isEqualTo("DONE");
        });
        assertThat(kafka.deadLettersOf(company())).hasSize(howMany);
    }
}
