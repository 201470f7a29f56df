package com.iterate.sandbox.journeys;

import static com.iterate.sandbox.journeys.Patience.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import com.iterate.sandbox.client.Answer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** What an admin sees in the list of responses of a survey. */
final class SeenDelivery {

    private final SurveyOf survey;

    SeenDelivery(SurveyOf survey) {
        this.survey = survey;
    }

    List<JsonObject> responses() {
        Answer answer = survey.company().admin().get("/api/surveys/" + survey.id() + "/responses");
        // Not a failed step but one to look at again: the database may just have come back.
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().getJsonArray("responses").stream()
                .map(JsonObject.class::cast)
                .toList();
    }

    /** How the newest response's answer stands with Braze, once it does so. */
    JsonObject eventually(String question, String state) {
        patiently(() -> assertThat(of(question).getString("state"))
                .as(of(question).encode())
                .isEqualTo(state));
        return of(question);
    }

    private JsonObject of(String question) {
        assertThat(responses()).isNotEmpty();
        JsonArray forms = responses().get(0).getJsonArray("answers").stream()
                .map(JsonObject.class::cast)
                .filter(answer -> answer.getString("questionId").equals(question))
                .findFirst()
                .orElseGet(() -> Journey.json("delivery", new JsonArray()))
                .getJsonArray("delivery");
        return forms.isEmpty() ? new JsonObject() : forms.getJsonObject(0);
    }
}
