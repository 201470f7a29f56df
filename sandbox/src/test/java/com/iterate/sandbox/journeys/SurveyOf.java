package com.iterate.sandbox.journeys;

import static com.iterate.sandbox.journeys.Patience.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import com.iterate.sandbox.client.Answer;
import com.iterate.sandbox.client.Api;
import com.iterate.sandbox.client.Browser;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;

/** A published survey with an NPS question {@code score} and a text question {@code why}, both sent to Braze by those names. */
record SurveyOf(Journey journey, Company company, String id, String link) {

    private static final String LIQUID = "{{${braze_id}}}";

    static SurveyOf published(Journey journey, Company company, String title) {
        Api admin = company.admin();
        String id = admin.post(
                        "/api/surveys",
                        new JsonObject()
                                .put("companyId", company.id())
                                .put("title", title)
                                .put(
                                        "questions",
                                        new JsonArray()
                                                .add(question("score", "nps", "Would you recommend us?"))
                                                .add(question("why", "short_text", "Why?"))))
                .orFail("write the survey")
                .json()
                .getString("id");
        JsonObject names = new JsonObject().put("score", "score").put("why", "why");
        String link = admin.put(
                        "/api/surveys/" + id + "/braze",
                        new JsonObject()
                                .put("enabled", true)
                                .put("attributes", names)
                                .put("excluded", new JsonArray())
                                .put("events", false)
                                .put("signed", false))
                .orFail("switch the integration on")
                .json()
                .getString("link");
        admin.post("/api/surveys/" + id + "/publish").orFail("publish the survey");
        SurveyOf survey = new SurveyOf(journey, company, id, link);
        survey.isOpen();
        return survey;
    }

    URI linkFor(String brazeId) {
        return URI.create(link.replace(LIQUID, brazeId));
    }

    /** How many answers the results count for a question. */
    SurveyOf eventuallyCounts(String question, int answers) {
        patiently(() -> assertThat(counted(question)).isEqualTo(answers));
        return this;
    }

    private int counted(String question) {
        Answer results = company.admin().get("/api/surveys/" + id + "/results");
        // Not a failed step but one to look at again: the database may just have come back.
        assertThat(results.status()).as(results.body()).isEqualTo(200);
        return results.json().getJsonArray("questions").stream()
                .map(JsonObject.class::cast)
                .filter(result -> result.getString("questionId").equals(question))
                .mapToInt(result -> result.getInteger("answers"))
                .sum();
    }

    private void isOpen() {
        Browser anybody = new Browser();
        URI page = journey.system.publicUrl().resolve("/s/" + id);
        patiently(() -> assertThat(anybody.open(page).status()).isEqualTo(200));
    }

    private static JsonObject question(String id, String type, String prompt) {
        return new JsonObject()
                .put("id", id)
                .put("type", type)
                .put("prompt", prompt)
                .put("required", false);
    }
}
