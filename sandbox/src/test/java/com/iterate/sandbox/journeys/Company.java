package com.iterate.sandbox.journeys;

import static com.iterate.sandbox.journeys.Patience.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import com.iterate.sandbox.client.Answer;
import com.iterate.sandbox.client.Api;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Map;

/** A company with one admin, and a workspace of its own at Braze that {@code right-key} opens. */
final class Company {

    private static final String PASSWORD = "a-long-journeys-password";

    private final Journey journey;
    private final String id;
    private final Api admin;
    private final Map<String, SurveyOf> surveys = new HashMap<>();

    private Company(Journey journey, String id, Api admin) {
        this.journey = journey;
        this.id = id;
        this.admin = admin;
    }

    static Company made(Journey journey, String id) {
        Api operator = journey.operator();
        String email = "admin@" + id + ".example";
        operator.post("/api/companies", new JsonObject().put("id", id).put("name", id))
                .orFail("make " + id);
        operator.post(
                        "/api/companies/" + id + "/members",
                        new JsonObject()
                                .put("email", email)
                                .put("password", PASSWORD)
                                .put("role", "admin"))
                .orFail("add an admin to " + id);
        journey.standIn()
                .put("/sandbox/workspaces/" + id, Journey.json("key", keyOf(id, "right-key")))
                .orFail("make a workspace for " + id);
        return new Company(journey, id, Api.at(journey.system.publicUrl()).signedIn(email, PASSWORD));
    }

    String id() {
        return id;
    }

    Api admin() {
        return admin;
    }

    Company connectsBrazeWith(String key) {
        admin.put(
                        "/api/companies/" + id + "/braze",
                        new JsonObject()
                                .put(
                                        "endpoint",
                                        journey.system.brazeForServices().toString())
                                .put("apiKey", keyOf(id, key)))
                .orFail("connect " + id);
        return this;
    }

    SurveyOf survey(String name) {
        return surveys.computeIfAbsent(name, word -> SurveyOf.published(journey, this, word));
    }

    /** What the relay says about the company's answers, to the company itself. */
    JsonObject lane() {
        Answer lanes = admin.get("/api/lanes?company=" + id).orFail("read the lane of " + id);
        return lanes.json().getJsonArray("lanes").getJsonObject(0);
    }

    Company eventuallySees(String state) {
        patiently(
                () -> assertThat(lane().getString("state")).as(lane().encode()).isEqualTo(state));
        return this;
    }

    Company eventuallySeesWaiting(int answers) {
        patiently(() ->
                assertThat(lane().getInteger("waiting")).as(lane().encode()).isEqualTo(answers));
        return this;
    }

    /** No key of a journey is part of another, so that the logs can be searched for it. */
    static String keyOf(String company, String key) {
        return key + "-of-" + company;
    }
}
