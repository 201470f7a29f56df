package com.iterate.survey.results;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.iterate.survey.relay.ARelay;
import com.iterate.survey.respond.RespondJourney;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.jwt.Claim;
import io.quarkus.test.security.jwt.JwtSecurity;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ARelay.class)
@TestSecurity(user = "vic@acme.test", roles = "admin")
@JwtSecurity(claims = @Claim(key = "company", value = "acme"))
class DeliveryShownTest extends RespondJourney {

    private static final String PATH = "/api/deliveries";

    @ARelay.Says
    Map<String, String> relay = new ConcurrentHashMap<>();

    @ARelay.Asked
    Map<String, String> asked = new ConcurrentHashMap<>();

    private String survey = "";

    @BeforeEach
    void somebody_answered() {
        relay.clear();
        survey = publishedSurvey();
        sendsToBraze(
                survey,
                Map.of(
                        "enabled",
                        true,
                        "attributes",
                        Map.of("score", "score_" + survey),
                        "excluded",
                        List.of("arrived", "why"),
                        "events",
                        true));
        accepted(
                survey,
                Map.of(
                        "respondent",
                        Map.of("brazeId", "ana-" + survey),
                        "answers",
                        List.of(answer("score", 9), answer("arrived", true))));
        await().atMost(SOON).untilAsserted(() -> assertThat(responses(survey).getList("responses[0].answers"))
                .hasSize(2));
    }

    @Test
    void each_form_of_an_answer_shows_what_the_relay_says_of_it() {
        // given
        JsonPath position = answer("score");
        relay.put(PATH, """
                {"deliveries": [{"partition": %d, "offset": %d, "state": "accepted", "at": "2026-11-23T13:00:00Z",
                  "answers": {"score": [{"as": "event", "state": "rejected", "reason": "REJECTED", "status": 400,
                                         "words": "'name' is too long", "at": "2026-11-23T13:00:01Z"}]}}]}
                """.formatted(position.getInt("position.partition"), position.getLong("position.offset")));
        // when
        JsonPath score = answer("score");
        // then
        assertThat(score.getList("delivery.as")).containsExactly("attribute", "event");
        assertThat(score.getList("delivery.state")).containsExactly("accepted", "rejected");
        assertThat(score.getString("delivery[0].at")).isEqualTo("2026-11-23T13:00:00Z");
        assertThat(score.getString("delivery[1].words")).isEqualTo("'name' is too long");
        assertThat(asked.get(PATH)).contains("\"company\":\"acme\"").contains("\"partition\":");
    }

    @Test
    void of_an_answer_that_is_not_meant_for_braze_nobody_asks() {
        // when
        JsonPath arrived = answer("arrived");
        // then
        assertThat(arrived.getList("delivery")).isEmpty();
        assertThat(asked.get(PATH)).doesNotContain("\"offset\":" + arrived.getLong("position.offset") + "}");
    }

    @Test
    void without_the_relay_responses_are_readable_and_delivery_is_unknown() {
        // when
        JsonPath score = answer("score");
        // then
        assertThat(score.getInt("value")).isEqualTo(9);
        assertThat(score.getList("delivery.state")).containsExactly("unknown", "unknown");
    }

    private JsonPath answer(String question) {
        return JsonPath.from(given().get("/api/surveys/" + survey + "/responses")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .setRootPath("responses[0].answers.find { it.questionId == '" + question + "' }");
    }
}
