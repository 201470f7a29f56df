package com.iterate.survey.respond;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.jwt.Claim;
import io.quarkus.test.security.jwt.JwtSecurity;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the management port tells. */
@QuarkusTest
@TestSecurity(user = "ana@acme.test", roles = "admin")
@JwtSecurity(claims = @Claim(key = "company", value = "acme"))
class SignalsTest extends RespondJourney {

    private static final String ACCEPTED = "survey_submissions_total{outcome=\"accepted\"}";
    private static final String REFUSED = "survey_submissions_total{outcome=\"refused\"}";
    private static final String UNAVAILABLE = "survey_submissions_total{outcome=\"unavailable\"}";

    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics;

    @TestHTTPResource(value = "/health/ready", management = true)
    URI ready;

    @Test
    void submissions_are_counted_by_how_they_ended_whether_they_come_from_an_app_or_a_page() {
        // given
        String survey = publishedSurvey();
        double accepted = read(ACCEPTED);
        double refused = read(REFUSED);
        double timed = read("survey_submit_seconds_count");
        // when
        accepted(survey, Map.of("answers", List.of(answer("score", 9))));
        submits(survey, Map.of("answers", List.of(answer("score", 11))));
        String page = page(survey, "somebody-s-braze-id");
        answers(page, "score", "8").then().statusCode(303);
        answers(page, "score", "eight").then().statusCode(422);
        answers(page, "arrived", "").then().statusCode(303);
        // then
        assertThat(read(ACCEPTED)).isEqualTo(accepted + 2);
        assertThat(read(REFUSED)).isEqualTo(refused + 2);
        assertThat(read(UNAVAILABLE)).isZero();
        assertThat(read("survey_submit_seconds_count")).isEqualTo(timed + 2);
        assertThat(page()).contains("survey_submit_seconds_bucket{le=\"0.25\"}");
    }

    @Test
    void results_catch_up_and_published_surveys_are_young() {
        String survey = publishedSurvey();
        accepted(survey, Map.of("answers", List.of(answer("score", 9))));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(read("survey_results_lag")).isZero());
        assertThat(read("survey_published_age_seconds")).isBetween(0.0, 30.0);
    }

    @Test
    void no_address_of_a_request_becomes_a_label() {
        String survey = publishedSurvey();
        String page = page(survey, "somebody-s-braze-id");
        given().get(page).then().statusCode(200);
        given().get("/s/survey-of-somebody?user_braze_id=somebody-s-braze-id")
                .then()
                .statusCode(404);
        given().get("/no/such/page-of-somebody").then().statusCode(404);
        given().header("Origin", "https://evil.test").cookie("session", "x").delete("/api/surveys/survey-of-somebody");
        given().post("/s/" + survey + "/token-of-somebody").then().statusCode(lessThan(500));
        given().put("/s/" + survey + "/token-of-somebody").then().statusCode(lessThan(500));

        assertThat(page())
                .contains("http_server_requests_seconds_count")
                .doesNotContain("somebody", survey, page.substring(page.lastIndexOf('/')));
    }

    @Test
    void ready_means_that_the_published_surveys_were_read() {
        given().get(ready)
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'published surveys' }.status", equalTo("UP"));
        assertThat(given().get(ready).body().asString()).doesNotContain("Database");
    }

    private static String page(String survey, String brazeId) {
        return given().redirects()
                .follow(false)
                .get("/s/" + survey + "?user_braze_id=" + brazeId)
                .header("Location");
    }

    private static io.restassured.response.Response answers(String page, String question, String value) {
        return given().redirects()
                .follow(false)
                .accept("text/html")
                .formParams(Map.of("question", question, "step", "1", question, value))
                .post(page);
    }

    private String page() {
        return given().get(metrics).body().asString();
    }

    private double read(String series) {
        return Arrays.stream(page().split("\n"))
                .filter(line -> line.startsWith(series + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElse(0);
    }
}
