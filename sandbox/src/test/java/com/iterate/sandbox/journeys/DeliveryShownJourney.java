package com.iterate.sandbox.journeys;

import static com.iterate.sandbox.journeys.Patience.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import com.iterate.contracts.ResponseEncoder;
import com.iterate.contracts.ResponseSubmitted;
import com.iterate.sandbox.client.Answer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Test;

class DeliveryShownJourney extends Journey {

    @Test
    void an_answer_waits_and_says_why_and_is_accepted_once_nothing_is_in_its_way() {
        company("acme");
        respondent("ana").opens(survey("nps")).answers("score", 9);
        SeenDelivery seen = new SeenDelivery(survey("nps"));

        patiently(() ->
                assertThat(seen.eventually("score", "waiting").getString("why")).contains("no Braze connection"));
        company().connectsBrazeWith("right-key");

        assertThat(seen.eventually("score", "accepted").getInstant("at")).isNotNull();
        braze.eventually().profile("ana").has("score", 9);
    }

    @Test
    void a_rejected_answer_shows_brazes_words_and_is_accepted_when_it_is_sent_again() {
        company("acme").connectsBrazeWith("right-key");
        braze.does(braze.fault("object-error")
                .put("profile", respondent("ben").brazeId())
                .put("type", "'score' is not what it should be"));
        respondent("ben").opens(survey("nps")).answers("score", 3);
        SeenDelivery seen = new SeenDelivery(survey("nps"));

        JsonObject rejected = seen.eventually("score", "rejected");

        assertThat(rejected.getString("reason")).isEqualTo("REJECTED");
        assertThat(rejected.getString("words")).contains("is not what it should be");
        braze.recovers();
        String response = seen.responses().get(0).getString("responseId");
        company()
                .admin()
                .post(
                        "/api/surveys/" + survey("nps").id() + "/responses/" + response + "/resend",
                        json("questionId", "score"))
                .orFail("send the answer again");
        seen.eventually("score", "accepted");
        braze.eventually().profile("ben").has("score", 3);
    }

    @Test
    void an_erased_person_is_gone_from_both_services_and_reaches_neither_results_nor_braze_again() {
        company("acme").connectsBrazeWith("right-key");
        respondent("ana").opens(survey("nps")).answers("score", 9);
        respondent("ben").opens(survey("nps")).answers("score", 2);
        survey("nps").eventuallyCounts("score", 2);
        braze.eventually().profile("ana").has("score", 9);

        JsonObject receipt = erase("ana");

        assertThat(LocalDate.parse(receipt.getString("lastCopyExpires")))
                .isAfter(LocalDate.now().plusDays(90));
        assertThat(store(receipt, "answers").getInteger("answers")).isEqualTo(1);
        assertThat(store(receipt, "dead-letters").getInteger("letters")).isZero();
        survey("nps").eventuallyCounts("score", 1);
        assertThat(stateOf(anAnswerOf("ana", 1))).isEqualTo("erased");
        assertThat(braze.valuesSentFor("ana", "score")).containsExactly(9);
        respondent("ben").sends(survey("nps"), "score", 4);
        survey("nps").eventuallyCounts("score", 2);
        assertThat(erase("ana").encode()).contains("\"answers\":0");
    }

    private JsonObject erase(String who) {
        return company()
                .admin()
                .post(
                        "/api/erasures",
                        json("company", company().id())
                                .put("brazeId", respondent(who).brazeId()))
                .orFail("erase " + who)
                .json();
    }

    private static JsonObject store(JsonObject receipt, String name) {
        return receipt.getJsonArray("stores").stream()
                .map(JsonObject.class::cast)
                .filter(store -> store.getString("name").equals(name))
                .findFirst()
                .orElseThrow()
                .getJsonObject("erased");
    }

    private RecordMetadata anAnswerOf(String who, int score) {
        ResponseSubmitted event =
                AnEvent.of(company(), respondent(who)).withScore(score).build();
        return kafka.receives(event.key(), new String(ResponseEncoder.encode(event), StandardCharsets.UTF_8));
    }

    /** What became of the one answer of a record, once something did. */
    private String stateOf(RecordMetadata record) {
        JsonObject position = json("partition", record.partition()).put("offset", record.offset());
        JsonArray seen = new JsonArray();
        patiently(() -> {
            Answer answer = company()
                    .admin()
                    .post("/api/deliveries", json("positions", new JsonArray().add(position)))
                    .orFail("ask what became of an answer");
            JsonObject told = answer.json().getJsonArray("deliveries").getJsonObject(0);
            assertThat(told.getString("state")).as(told.encode()).isEqualTo("accepted");
            seen.clear().add(told.getJsonObject("answers"));
        });
        return seen.getJsonObject(0).getJsonArray("q1").getJsonObject(0).getString("state");
    }
}
