package com.iterate.survey.results;

import static com.iterate.survey.respond.APublishedSurvey.aPublishedSurvey;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import com.iterate.survey.catalog.AnotherCompany;
import com.iterate.survey.catalog.PublishedSurvey;
import com.iterate.survey.relay.ARelay;
import com.iterate.survey.respond.RespondJourney;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.jwt.Claim;
import io.quarkus.test.security.jwt.JwtSecurity;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Responses as members see them, on the page and in the file. */
@QuarkusTest
@WithTestResource(ARelay.class)
@TestSecurity(user = "ann@acme.test", roles = "admin")
@JwtSecurity(claims = @Claim(key = "company", value = "acme"))
class ResponsesPageTest extends RespondJourney {

    private static final String DELIVERIES = "/api/deliveries";

    @ARelay.Says
    Map<String, String> relay = new ConcurrentHashMap<>();

    @ARelay.Asked
    Map<String, String> asked = new ConcurrentHashMap<>();

    private String survey = "";

    @BeforeEach
    void the_relay_is_away() {
        relay.clear();
        asked.clear();
    }

    private void aSurveyThatGoesToBraze() {
        survey = publishedSurvey();
        sendsToBraze(
                survey,
                Map.of(
                        "enabled",
                        true,
                        "attributes",
                        Map.of("score", "score_" + survey),
                        "excluded",
                        List.of("arrived")));
    }

    @Test
    void an_empty_survey_says_what_to_do() {
        aSurveyThatGoesToBraze();
        assertThat(page("")).contains("No responses yet", "/s/" + survey).doesNotContain("hx-get");
    }

    @Test
    void each_answer_stands_beside_how_its_delivery_stands() {
        // given
        aSurveyThatGoesToBraze();
        String response = answers("<b>ana</b>", 9);
        says("accepted", """
                "answers": {"score": [{"as": "attribute", "state": "rejected", "reason": "REJECTED", "status": 400,
                                       "words": "'<i>' is too long", "letter": "3-1207"}]}""");
        // when
        String page = page("");
        // then
        assertThat(page)
                .contains("braze_id &lt;b&gt;ana", "Not delivered", "REJECTED · HTTP 400 · ", "Not meant for Braze")
                .contains("href=\"/delivery/dead-letters/3-1207\"")
                .contains("/surveys/" + survey + "/responses/" + response + "/resend?")
                .contains("question=score")
                .doesNotContain("<b>", "<i>", "question=arrived", "hx-get");
    }

    @Test
    void while_an_answer_waits_the_page_asks_again() {
        // given
        aSurveyThatGoesToBraze();
        answers("ana", 9);
        says("waiting", "\"answers\":{},\"why\":\"SUSPENDED\",\"since\":\"2026-11-23T13:00:00Z\"");
        // then
        assertThat(page("")).contains("Waiting", "SUSPENDED", "hx-get=\"/surveys/" + survey + "/responses/list?after=");
        assertThat(page("/list")).startsWith("<div id=\"responses\"").doesNotContain("<html");
    }

    @Test
    void without_the_relay_everything_else_is_there() {
        aSurveyThatGoesToBraze();
        answers("ana", 9);
        assertThat(page("")).contains("braze_id ana", ">9<", "Not known");
        assertThat(csv().get(1)).contains("\"unknown\"");
    }

    @Test
    void a_page_ends_where_the_next_one_begins() {
        // given
        aSurveyThatGoesToBraze();
        for (int person = 0; person < 26; person++) {
            answered("person" + person, person % 11);
        }
        await().atMost(SOON).untilAsserted(() -> assertThat(responses(survey).getList("responses"))
                .hasSize(26));
        // when
        String first = page("");
        String next = first.replaceAll("(?s).*rel=\"next\" href=\"/surveys/[^/]+/responses([^\"]+)\".*", "$1");
        // then
        assertThat(first).contains("Older responses").doesNotContain("Newest responses");
        assertThat(page(next)).contains("braze_id person0<", "Newest responses").doesNotContain("Older responses");
    }

    @Test
    void the_file_says_of_each_response_how_its_delivery_stands() {
        // given
        aSurveyThatGoesToBraze();
        answers("ana", 9);
        says("accepted", "\"answers\":{},\"at\":\"2026-11-23T13:00:00Z\"");
        // then
        assertThat(csv().get(0)).endsWith("\"delivery\"");
        assertThat(csv().get(1)).endsWith("\"accepted\"");
        assertThat(asked.get(DELIVERIES)).contains("\"company\":\"acme\"");
    }

    @Test
    void sending_again_is_asked_about_first_and_told_afterwards() {
        // given
        aSurveyThatGoesToBraze();
        String response = answers("ana", 9);
        String address = "/surveys/" + survey + "/responses/" + response + "/resend";
        // when
        browser()
                .get(address + "?question=score")
                .then()
                .statusCode(200)
                .body(containsString("Send this answer to Braze again?"))
                .body(containsString("name=\"question\" value=\"score\""));
        String next = browser()
                .formParam("question", "score")
                .formParam("after", "")
                .post(address)
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        // then
        assertThat(next).endsWith("/surveys/" + survey + "/responses?sent=1&left=0");
        assertThat(page("?sent=1&left=0")).contains("1 answer is on the way to Braze again");
        assertThat(page("?sent=0&left=2")).contains("Nothing was sent");
    }

    @Test
    @TestSecurity(user = "vic@acme.test", roles = "viewer")
    @JwtSecurity(claims = @Claim(key = "company", value = "acme"))
    void a_viewer_looks_and_sends_nothing_again() {
        // given
        PublishedSurvey hers = aPublishedSurvey().build();
        AnotherCompany.publishes(published, hers);
        String address = "/surveys/" + hers.id() + "/responses";
        // then
        browser().get(address).then().statusCode(200).body(containsString("No responses yet"));
        browser().get(address + "/any/resend").then().statusCode(403);
        browser().post(address + "/any/resend").then().statusCode(403);
    }

    @Test
    @TestSecurity
    void a_visitor_is_led_to_the_sign_in_page() {
        browser()
                .get("/surveys/AAAAAAAAAAAAAAAA/responses")
                .then()
                .statusCode(302)
                .header("Location", containsString("/sign-in?next="));
    }

    private String answers(String who, int score) {
        String response = answered(who, score);
        await().atMost(SOON).untilAsserted(() -> assertThat(responses(survey).getList("responses.responseId"))
                .contains(response));
        return response;
    }

    private String answered(String who, int score) {
        return accepted(
                        survey,
                        Map.of(
                                "respondent",
                                Map.of("brazeId", who),
                                "answers",
                                List.of(answer("score", score), answer("arrived", true))))
                .getString("responseId");
    }

    /** Of the only response's score: it goes to Braze, the other answer does not. */
    private void says(String state, String more) {
        JsonPath position = JsonPath.from(
                        given().get("/api/surveys/" + survey + "/responses").asString())
                .setRootPath("responses[0].answers.find { it.questionId == 'score' }");
        relay.put(DELIVERIES, """
                {"deliveries": [{"partition": %d, "offset": %d, "state": "%s", %s}]}
                """.formatted(
                        position.getInt("position.partition"), position.getLong("position.offset"), state, more));
    }

    private String page(String more) {
        return browser()
                .urlEncodingEnabled(false)
                .get("/surveys/" + survey + "/responses" + more)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private List<String> csv() {
        return given().get("/api/surveys/" + survey + "/responses.csv")
                .asString()
                .lines()
                .toList();
    }

    private static RequestSpecification browser() {
        return given().redirects().follow(false).accept(ContentType.HTML);
    }
}
