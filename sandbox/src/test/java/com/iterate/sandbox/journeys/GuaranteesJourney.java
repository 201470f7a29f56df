package com.iterate.sandbox.journeys;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What must hold while a company cannot be served, relays come and go, and Kafka restarts under load. */
class GuaranteesJourney extends Journey {

    private static final int PEOPLE = 60;

    @Test
    void a_company_that_cannot_be_served_holds_nobody_up_and_is_caught_up_in_order() {
        Company broken = company("broken").connectsBrazeWith("wrong-key");
        Company well = company("well").connectsBrazeWith("right-key");
        Rounds waiting = new Rounds(this, broken, PEOPLE);
        // More than a lane holds.
        waiting.areAnswered(50);
        broken.eventuallySees("SUSPENDED");
        Rounds others = new Rounds(this, well, PEOPLE);
        others.areAnswered(2);
        others.allArriveInOrder();

        broken.connectsBrazeWith("right-key");
        waiting.areAnswered(1);

        waiting.allArriveInOrder();
    }

    @Test
    void two_relays_share_and_hand_over_partitions_under_load_and_one_of_them_is_killed() throws Exception {
        Rounds rounds = new Rounds(this, company("acme").connectsBrazeWith("right-key"), PEOPLE);
        rounds.areAnswered(5);
        relay.getsHelp();
        rounds.areAnswered(5);

        relay.isKilled();
        rounds.areAnswered(5);
        relay.isStartedAgain();
        rounds.areAnswered(5);
        relay.isAloneAgain();
        rounds.areAnswered(5);

        rounds.allArriveInOrder();
    }

    @Test
    void a_broker_that_restarts_under_load_loses_nothing_and_brings_nothing_out_of_order() {
        Rounds rounds = new Rounds(this, company("acme").connectsBrazeWith("right-key"), PEOPLE);
        rounds.areAnswered(5);
        system.kafka().stop();
        CompletableFuture<Void> back = CompletableFuture.runAsync(
                system.kafka()::start,
                CompletableFuture.delayedExecutor(
                        Duration.ofSeconds(3).toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS));
        rounds.areAnswered(5);
        back.join();
        rounds.areAnswered(5);

        rounds.allArriveInOrder();
    }
}
