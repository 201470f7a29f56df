package com.iterate.sandbox.journeys;

import static com.iterate.sandbox.journeys.Patience.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import com.iterate.contracts.ResponseSubmitted;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The same people answer the same question again and again, so that an answer out of order shows. */
final class Rounds {

    private final Journey journey;
    private final Company company;
    private final int people;
    private int rounds;

    Rounds(Journey journey, Company company, int people) {
        this.journey = journey;
        this.company = company;
        this.people = people;
    }

    /** Everybody answers so many times; returns when Kafka has all of it. */
    void areAnswered(int times) {
        List<ResponseSubmitted> events = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            rounds++;
            for (int person = 0; person < people; person++) {
                events.add(AnEvent.of(company, somebody(person))
                        .withScore(rounds)
                        .withMillisLater(rounds)
                        .build());
            }
        }
        journey.kafka.receives(events);
    }

    void allArriveInOrder() {
        patiently(() -> assertThat(company.lane().getString("state")).isEqualTo("IDLE"));
        for (int person = 0; person < people; person++) {
            journey.braze.profileOf(company, somebody(person)).has("score", rounds);
        }
        assertThat(journey.kafka.deadLettersOf(company)).isEmpty();
        Map<String, Integer> newest = new HashMap<>();
        for (JsonObject request : journey.braze.requestsOf(company)) {
            assertThat(request.getJsonArray("overlaps")).as(request.encode()).isEmpty();
            journey.braze.objects(request).forEach(object -> {
                int score = object.getInteger("score");
                assertThat(score)
                        .as("what Braze gets for %s", object.getString("braze_id"))
                        .isGreaterThanOrEqualTo(newest.getOrDefault(object.getString("braze_id"), 0));
                newest.put(object.getString("braze_id"), score);
            });
        }
    }

    private Respondent somebody(int number) {
        return journey.respondent(company.id() + "-person" + number);
    }
}
