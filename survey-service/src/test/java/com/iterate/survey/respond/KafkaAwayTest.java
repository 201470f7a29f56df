package com.iterate.survey.respond;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.jwt.Claim;
import io.quarkus.test.security.jwt.JwtSecurity;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(KafkaAwayTest.Away.class)
@TestSecurity(user = "ana@acme.test", roles = "admin")
@JwtSecurity(claims = @Claim(key = "company", value = "acme"))
class KafkaAwayTest extends RespondJourney {

    /** Nobody listens on port 1. */
    public static final class Away implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "survey.publishing.bootstrap-servers", "127.0.0.1:1",
                    "survey.respond.answers-per-minute", "3",
                    "survey.results.first-pause", "100ms");
        }
    }

    @Test
    void an_answer_is_not_accepted_and_the_page_keeps_it_until_the_address_has_tried_too_often() {
        // given
        String survey = publishedSurvey();
        // when
        submits(survey, Map.of("answers", List.of(answer("score", 9))))
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", equalTo("2"));
        // then
        String page = given().redirects()
                .follow(false)
                .get("/s/" + survey + "?user_braze_id=ana")
                .header("Location");
        Response kept = post(page, "text/html");
        kept.then().statusCode(503).header("Retry-After", equalTo("2"));
        assertThat(kept.asString()).contains("value=\"9\" checked", "Try again", "It is still here");
        post(page, "application/json").then().statusCode(503).contentType("application/problem+json");
        post(page, "text/html").then().statusCode(429);
        submits(survey, Map.of("answers", List.of(answer("score", 9))))
                .then()
                .statusCode(429)
                .body("type", equalTo("too-many-answers"));
    }

    private static Response post(String page, String accept) {
        return given().redirects()
                .follow(false)
                .accept(accept)
                .formParams(Map.of("question", "score", "step", "1", "score", "9"))
                .post(page);
    }
}
