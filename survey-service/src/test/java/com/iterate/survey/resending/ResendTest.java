package com.iterate.survey.resending;

import static com.iterate.survey.respond.APublishedSurvey.aPublishedSurvey;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.iterate.survey.catalog.AnotherCompany;
import com.iterate.survey.catalog.PublishedSurvey;
import com.iterate.survey.respond.RespondJourney;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.jwt.Claim;
import io.quarkus.test.security.jwt.JwtSecurity;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestSecurity(user = "ana@acme.test", roles = "admin")
@JwtSecurity(claims = @Claim(key = "company", value = "acme"))
class ResendTest extends RespondJourney {

    @Inject
    PublishedRecords topic;

    @Inject
    DataSource database;

    @Test
    void an_answer_is_published_again_with_its_time_and_its_id() {
        // given
        String survey = surveyForBraze();
        String response = answers(survey, "ben", 9);
        // when
        resends(survey, response, Map.of("questionId", "score"))
                .statusCode(202)
                .body("resent", equalTo(List.of("score")));
        // then
        List<PublishedRecords.Published> published = topic.of(response);
        assertThat(published).hasSize(3);
        PublishedRecords.Published score = published.get(0);
        assertThat(published.get(2).id()).isEqualTo(score.id());
        assertThat(published.get(2).event()).isEqualTo(score.event());
        assertThat(published.get(2).offset()).isGreaterThan(score.offset());
        await().atMost(SOON).untilAsserted(() -> assertThat(scoreOf(survey).getLong("position.offset"))
                .isEqualTo(published.get(2).offset()));
        assertThat(scoreOf(survey).getInt("value")).isEqualTo(9);
    }

    @Test
    void of_a_whole_response_only_what_is_meant_for_braze_goes() {
        // given
        String survey = surveyForBraze();
        String response = answers(survey, "cyn", 7);
        // when
        resends(survey, response, Map.of())
                // then
                .statusCode(202)
                .body("resent", equalTo(List.of("score")))
                .body("skipped.questionId", equalTo(List.of("arrived")))
                .body("skipped.why", equalTo(List.of("not-for-braze")));
    }

    @Test
    void an_answer_that_is_not_the_persons_newest_to_its_attribute_stays_where_it_is() {
        // given
        String survey = surveyForBraze();
        String older = answers(survey, "dan", 3);
        String newer = answers(survey, "dan", 8);
        // when: at once, whether or not the newer one is read back
        resends(survey, older, Map.of("questionId", "score"))
                // then
                .statusCode(202)
                .body("resent", equalTo(List.of()))
                .body("skipped.why", equalTo(List.of("superseded")));
        resends(survey, newer, Map.of("questionId", "score")).body("resent", equalTo(List.of("score")));
    }

    @Test
    void it_is_recorded_who_had_what_sent_again_and_nobody_can_change_that() throws SQLException {
        // given
        String survey = surveyForBraze();
        String response = answers(survey, "flo", 4);
        // when
        resends(survey, response, Map.of("questionId", "score")).statusCode(202);
        resends(survey, response, Map.of("questionId", "arrived")).statusCode(202);
        // then
        given().get("/api/surveys/" + survey + "/resends")
                .then()
                .statusCode(200)
                .body("resends.who", equalTo(List.of("ana@acme.test")))
                .body("resends.role", equalTo(List.of("admin")))
                .body("resends.question", equalTo(List.of("score")))
                .body("resends.answers", equalTo(List.of(1)))
                .body("resends.response", equalTo(List.of(ResendAudit.sha256(response))));
        for (String change : List.of("update resend_audit set who = ''", "delete from resend_audit")) {
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                assertThatThrownBy(() -> statement.executeUpdate(change)).hasMessageContaining("only ever added to");
            }
        }
    }

    @Test
    void what_is_not_there_cannot_be_sent() {
        // given
        String survey = surveyForBraze();
        String response = answers(survey, "eve", 1);
        // then
        resends(survey, response, Map.of("questionId", "no-such")).statusCode(404);
        resends(survey, "no-such", Map.of()).statusCode(404);
    }

    @Test
    @TestSecurity(user = "vic@acme.test", roles = "viewer")
    @JwtSecurity(claims = @Claim(key = "company", value = "acme"))
    void a_viewer_may_not() {
        // given
        PublishedSurvey survey = aPublishedSurvey().build();
        AnotherCompany.publishes(published, survey);
        // then
        resends(survey.id(), "any", Map.of()).statusCode(403);
        given().get("/api/surveys/" + survey.id() + "/resends").then().statusCode(403);
    }

    @Test
    @TestSecurity(user = "bea@globex.test", roles = "admin")
    @JwtSecurity(claims = @Claim(key = "company", value = "globex"))
    void another_companys_survey_is_as_unknown_as_none() {
        resends("AAAAAAAAAAAAAAAA", "any", Map.of()).statusCode(404);
    }

    @Test
    @TestSecurity
    void a_visitor_may_not() {
        resends("AAAAAAAAAAAAAAAA", "any", Map.of()).statusCode(401);
    }

    private String surveyForBraze() {
        String survey = publishedSurvey();
        sendsToBraze(
                survey,
                Map.of(
                        "enabled",
                        true,
                        "attributes",
                        Map.of("score", "score_" + survey),
                        "excluded",
                        List.of("arrived")));
        return survey;
    }

    private String answers(String survey, String who, int score) {
        String response = accepted(
                        survey,
                        Map.of(
                                "respondent",
                                Map.of("brazeId", who + survey),
                                "answers",
                                List.of(answer("score", score), answer("arrived", true))))
                .getString("responseId");
        await().atMost(SOON).untilAsserted(() -> assertThat(responses(survey).getList("responses.responseId"))
                .contains(response));
        return response;
    }

    private static ValidatableResponse resends(String survey, String response, Map<String, String> body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/api/surveys/" + survey + "/responses/" + response + "/resend")
                .then();
    }

    private static JsonPath scoreOf(String survey) {
        return JsonPath.from(
                        given().get("/api/surveys/" + survey + "/responses").asString())
                .setRootPath("responses[0].answers.find { it.questionId == 'score' }");
    }
}
