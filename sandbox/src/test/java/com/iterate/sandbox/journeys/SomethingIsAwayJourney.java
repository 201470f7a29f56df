package com.iterate.sandbox.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.iterate.sandbox.client.Answer;
import org.junit.jupiter.api.Test;

class SomethingIsAwayJourney extends Journey {

    @Test
    void while_kafka_is_away_the_respondent_is_told_to_wait_and_the_answer_counts_once_in_the_end() {
        company("acme").connectsBrazeWith("right-key");
        respondent("ana").opens(survey("nps"));
        system.kafka().stop();

        Answer refused = respondent("ana").tries("score", 9);

        assertThat(refused.status()).as(refused.body()).isEqualTo(503);
        assertThat(refused.header("Retry-After")).isPresent();
        assertThat(refused.body()).contains("checked");
        system.kafka().start();
        respondent("ana").triesUntilItIsTaken("score", 9).triesUntilItIsTaken("score", 9);
        braze.eventually().profile("ana").has("score", 9);
        survey("nps").eventuallyCounts("score", 1);
        assertThat(kafka.deadLettersOf(company())).isEmpty();
    }

    @Test
    void the_relay_works_on_while_settings_service_is_away() throws Exception {
        company("acme").connectsBrazeWith("right-key");
        respondent("ana").sends(survey("nps"), "score", 1);
        braze.eventually().profile("ana").has("score", 1);
        system.settings().stop();

        respondent("ben").sends(survey("nps"), "score", 2);

        braze.eventually().profile("ben").has("score", 2);
        system.settings().start();
        system.settings().awaitReady();
    }

    @Test
    void respondents_answer_on_while_postgres_is_away() throws Exception {
        company("acme").connectsBrazeWith("right-key");
        // The relay knows the company's connection from here on; a company that it has never met would have to wait.
        respondent("ben").sends(survey("nps"), "score", 1);
        braze.eventually().profile("ben").has("score", 1);
        respondent("ana").opens(survey("nps"));
        system.postgres().stop();

        respondent("ana").answers("score", 5);

        braze.eventually().profile("ana").has("score", 5);
        isToldToComeBack(company().admin().get("/api/surveys"));
        isToldToComeBack(company().admin().get("/api/audit"));
        isToldToComeBack(company().admin().get("/api/companies/" + company().id() + "/braze"));
        system.postgres().start();
        survey("nps").eventuallyCounts("score", 2);
    }

    private static void isToldToComeBack(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isPresent();
        assertThat(answer.body()).contains("The database does not answer");
    }
}
