package com.iterate.survey.respond;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.iterate.backing.BackingTestResource;
import com.iterate.survey.catalog.PublishedSurveys;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The vocabulary of journeys from a question to its answer. The author is the session of the test, the respondent is nobody. */
@WithTestResource(value = BackingTestResource.class, initArgs = @ResourceArg(name = "database", value = "survey"))
public abstract class RespondJourney {

    protected static final Duration SOON = Duration.ofSeconds(30);

    protected static final List<Map<String, Object>> QUESTIONS = List.of(
            Map.of("id", "score", "type", "nps", "prompt", "How likely are you to recommend us?", "required", true),
            Map.of("id", "arrived", "type", "yes_no", "prompt", "Did it arrive?"),
            Map.of("id", "why", "type", "long_text", "prompt", "Why <b>so</b>?"));

    @Inject
    protected PublishedSurveys published;

    protected String publishedSurvey() {
        return publishedSurvey(QUESTIONS);
    }

    protected String publishedSurvey(List<Map<String, Object>> questions) {
        String id = given().contentType(ContentType.JSON)
                .body(Map.of("title", "After the purchase", "questions", questions))
                .post("/api/surveys")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        given().contentType(ContentType.JSON)
                .post("/api/surveys/" + id + "/publish")
                .then()
                .statusCode(200);
        await().atMost(SOON).until(() -> published.find(id).isPresent());
        return id;
    }

    protected void close(String survey) {
        given().contentType(ContentType.JSON)
                .post("/api/surveys/" + survey + "/close")
                .then()
                .statusCode(200);
        await().atMost(SOON).until(() -> !published.find(survey).orElseThrow().isOpen());
    }

    protected void sendsToBraze(String survey, Map<String, Object> settings) {
        given().contentType(ContentType.JSON)
                .body(settings)
                .put("/api/surveys/" + survey + "/braze")
                .then()
                .statusCode(200);
        await().atMost(SOON)
                .until(() -> published.find(survey).orElseThrow().braze().enabled());
    }

    protected static Response submits(String survey, Object body) {
        return given().contentType(ContentType.JSON).body(body).post("/api/surveys/" + survey + "/responses");
    }

    protected static JsonPath accepted(String survey, Object body) {
        return submits(survey, body).then().statusCode(202).extract().jsonPath();
    }

    protected static Map<String, Object> answer(String question, Object value) {
        return Map.of("questionId", question, "value", value);
    }

    protected static JsonPath results(String survey) {
        return given().get("/api/surveys/" + survey + "/results")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    protected static JsonPath responses(String survey) {
        return given().get("/api/surveys/" + survey + "/responses")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    protected static void eventuallyCounts(String survey, int responses) {
        await().atMost(SOON).untilAsserted(() -> assertThat(results(survey).getInt("started"))
                .isEqualTo(responses));
    }
}
