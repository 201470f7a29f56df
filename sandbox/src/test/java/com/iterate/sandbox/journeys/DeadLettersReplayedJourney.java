package com.iterate.sandbox.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.iterate.sandbox.client.Answer;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Answers that Braze refused are sent once more, and overwrite nothing that is newer. */
class DeadLettersReplayedJourney extends Journey {

    @BeforeEach
    void a_company_whose_answers_arrive() {
        company("acme").connectsBrazeWith("right-key");
    }

    @Test
    void an_answer_that_braze_refused_is_found_and_delivered_under_another_name() {
        braze.does(braze.fault("object-error").put("attribute", "score"));
        kafka.receives(List.of(ana().withScore(4).build()));
        JsonObject letter = letters().eventually("REJECTED");

        // The attribute is still refused: only its new name can arrive.
        long replay = letters().replays(DeadLetters.these(List.of(letter)).put("rename", json("score", "nps_score")));

        braze.eventually().profile("ana").has("nps_score", 4);
        letters().eventuallyHasDone(replay, "DELIVERED", 1);
        letters().areEventuallyAll("DELIVERED");
        braze.profile("ana").has("score", null);
        assertThat(kafka.deadLettersOf(company())).hasSize(1);
    }

    @Test
    void a_newer_answer_that_arrived_meanwhile_stays_and_the_letter_is_superseded() {
        AnEvent older = ana();
        JsonObject letter = refused(older.withScore(3));
        kafka.receives(List.of(older.withScore(9).withMillisLater(1).build()));
        braze.eventually().profile("ana").has("score", 9);

        long replay = letters().replays(DeadLetters.these(List.of(letter)));

        letters().eventuallyHasDone(replay, "SUPERSEDED", 1);
        letters().areEventuallyAll("SUPERSEDED");
        braze.profile("ana").has("score", 9);
        assertThat(braze.valuesSentFor("ana", "score")).containsExactly(3, 9);
    }

    @Test
    void two_members_who_start_the_same_replay_at_once_send_it_once() {
        JsonObject letter = refused(ana().withScore(7));
        JsonObject order = DeadLetters.these(List.of(letter));
        DeadLetters one = letters();
        DeadLetters other = one.seenBy(company().anotherAdmin("night-shift"));

        CompletableFuture<Answer> first = CompletableFuture.supplyAsync(() -> one.triesToReplay(order));
        Answer second = other.triesToReplay(order);

        List<Answer> answers = List.of(first.join(), second);
        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(201, 409);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 409)
                .singleElement()
                .satisfies(late -> assertThat(late.json().getString("type")).endsWith("nothing-to-replay"));
        braze.eventually().profile("ana").has("score", 7);
        letters().areEventuallyAll("DELIVERED");
        assertThat(letters().replays()).hasSize(1);
        // The first time it was refused.
        assertThat(braze.valuesSentFor("ana", "score")).containsExactly(7, 7);
    }

    private AnEvent ana() {
        return AnEvent.of(company(), respondent("ana"));
    }

    private DeadLetters letters() {
        return DeadLetters.of(company());
    }

    /** Braze takes back what it said once its dead letter is found. */
    private JsonObject refused(AnEvent event) {
        braze.does(braze.fault("object-error").put("profile", event.brazeId()));
        kafka.receives(List.of(event.build()));
        JsonObject letter = letters().eventually("REJECTED");
        braze.recovers();
        return letter;
    }
}
