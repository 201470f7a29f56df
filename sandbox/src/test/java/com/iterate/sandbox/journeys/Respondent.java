package com.iterate.sandbox.journeys;

import static com.iterate.sandbox.journeys.Patience.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import com.iterate.sandbox.client.Answer;
import com.iterate.sandbox.client.Api;
import com.iterate.sandbox.client.Browser;
import com.iterate.sandbox.client.HtmlForm;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Optional;

/** Somebody with a {@code braze_id} and a browser without JavaScript. */
final class Respondent {

    private final Journey journey;
    private final String brazeId;
    private final Browser browser = new Browser();
    private Optional<Answer> page = Optional.empty();
    private Optional<String> response = Optional.empty();
    private long seq;

    Respondent(Journey journey, String brazeId) {
        this.journey = journey;
        this.brazeId = brazeId;
    }

    String brazeId() {
        return brazeId;
    }

    /** The visit becomes part of a trace that is sampled, as one visit in a hundred is by lot. */
    Respondent isFollowedAs(String trace) {
        browser.adds("traceparent", "00-" + trace + "-00000000000000a1-01");
        return this;
    }

    Respondent opens(SurveyOf survey) {
        page = Optional.of(browser.open(survey.linkFor(brazeId)).orFail("open the survey"));
        return this;
    }

    /** Answers the page that is open. */
    Respondent answers(String question, Object value) {
        Answer answer = tries(question, value);
        assertThat(answer.status()).as(answer.body()).isEqualTo(303);
        page = Optional.of(browser.follow(answer));
        return this;
    }

    /** Answers, and stays on the page whatever came of it. */
    Answer tries(String question, Object value) {
        return browser.post(HtmlForm.of(page.orElseThrow()).with(question, value.toString()));
    }

    /** The page has kept the answer; the button is pressed until it is taken. */
    Respondent triesUntilItIsTaken(String question, Object value) {
        patiently(() -> assertThat(tries(question, value).status()).isEqualTo(303));
        return this;
    }

    /** As an app does, without a page: for answers that come faster than somebody could click. */
    Respondent sends(SurveyOf survey, String question, Object value) {
        JsonObject body = new JsonObject()
                .put("respondent", Journey.json("brazeId", brazeId))
                .put(
                        "answers",
                        new JsonArray()
                                .add(new JsonObject()
                                        .put("questionId", question)
                                        .put("value", value)
                                        .put("seq", ++seq)));
        response.ifPresent(token -> body.put("response", token));
        Answer answer = Api.at(journey.system.publicUrl())
                .post("/api/surveys/" + survey.id() + "/responses", body)
                .orFail("send an answer");
        response = Optional.of(answer.json().getString("response"));
        return this;
    }
}
