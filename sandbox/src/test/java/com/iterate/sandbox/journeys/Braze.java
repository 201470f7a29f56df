package com.iterate.sandbox.journeys;

import static com.iterate.sandbox.journeys.Patience.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import com.iterate.sandbox.client.Answer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.Stream;

/** Braze as somebody sees it who looks at profiles there. */
final class Braze {

    private final Journey journey;

    Braze(Journey journey) {
        this.journey = journey;
    }

    Braze eventually() {
        return this;
    }

    /** The profile of a respondent of this journey. */
    SeenProfile profile(String respondent) {
        return profileOf(journey.company(), journey.respondent(respondent));
    }

    /** Where a journey is about several companies. */
    SeenProfile profileOf(Company company, Respondent respondent) {
        return new SeenProfile(company.id(), respondent.brazeId());
    }

    void does(JsonObject... faults) {
        JsonArray script = new JsonArray();
        for (JsonObject fault : faults) {
            script.add(fault);
        }
        journey.standIn().put("/sandbox/faults", Journey.json("faults", script)).orFail("script Braze");
    }

    void recovers() {
        journey.standIn().delete("/sandbox/faults").orFail("let Braze recover");
    }

    JsonObject fault(String kind) {
        return Journey.json("kind", kind).put("workspace", journey.company().id());
    }

    /** The requests of the company's workspace, oldest first. */
    List<JsonObject> requests() {
        return requestsOf(journey.company());
    }

    List<JsonObject> requestsOf(Company company) {
        return journey.standIn().get("/sandbox/requests").array().stream()
                .map(JsonObject.class::cast)
                .filter(request -> request.getString("workspace").equals(company.id()))
                .toList();
    }

    /** Requests that hold nothing and were refused for their key, of whatever company: somebody asks whether it is right. */
    long refusedKeyChecks() {
        return journey.standIn().get("/sandbox/requests").array().stream()
                .map(JsonObject.class::cast)
                .filter(request -> request.getInteger("objects") == 0 && request.getInteger("status", 0) == 401)
                .count();
    }

    void neverGotTwoRequestsForOneAttributeAtOnce() {
        assertThat(requests()).allSatisfy(request -> assertThat(request.getJsonArray("overlaps"))
                .as(request.encode())
                .isEmpty());
    }

    /** The values of an attribute of a person in the order in which Braze got them. */
    List<Object> valuesSentFor(String respondent, String attribute) {
        String id = journey.respondent(respondent).brazeId();
        return requests().stream()
                .flatMap(request -> objects(request))
                .filter(object -> id.equals(object.getString("braze_id")) && object.containsKey(attribute))
                .map(object -> object.getValue(attribute))
                .toList();
    }

    Stream<JsonObject> objects(JsonObject request) {
        return request.getJsonArray("attributes", new JsonArray()).stream().map(JsonObject.class::cast);
    }

    /** One person's profile. */
    final class SeenProfile {

        private final String workspace;
        private final String id;

        SeenProfile(String workspace, String id) {
            this.workspace = workspace;
            this.id = id;
        }

        SeenProfile has(String attribute, Object value) {
            patiently(() -> assertThat(attributes().getValue(attribute)).isEqualTo(value));
            return this;
        }

        boolean isUntouched() {
            return attributes().isEmpty();
        }

        private JsonObject attributes() {
            Answer profile = journey.standIn().get("/sandbox/profiles/" + id + "?workspace=" + workspace);
            return profile.json().getJsonObject("attributes", new JsonObject());
        }
    }
}
