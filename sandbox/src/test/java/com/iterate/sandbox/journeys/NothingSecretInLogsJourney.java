package com.iterate.sandbox.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.iterate.sandbox.client.Api;
import com.iterate.sandbox.client.Browser;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Reads what all journeys have left in logs, spans and metrics: comes last. */
@Order(Integer.MAX_VALUE)
class NothingSecretInLogsJourney extends Journey {

    /** Keys, people, passwords and answers of all journeys; the end of each was drawn by lot. */
    private static final Pattern SECRET = Pattern.compile("-key-of-|journeys-password|"
            + "(ana|ben|bob|cyn|eve|person\\d+|outside|slow|typed|refused|junk|guess)-[0-9a-f]{8}");

    @Test
    void after_all_that_can_go_wrong_nothing_of_anybody_is_in_a_log_a_span_or_a_metric() throws Exception {
        company("acme").connectsBrazeWith("wrong-key");
        respondent("ana")
                .isFollowedAs(UUID.randomUUID().toString().replace("-", ""))
                .opens(survey("nps"))
                .answers("score", 9)
                .answers("why", unique("slow"));
        company().eventuallySees("SUSPENDED");
        company().admin().post("/api/companies/" + company().id() + "/braze/test");
        company().connectsBrazeWith("right-key");
        braze.eventually().profile("ana").has("score", 9).has("why", unique("slow"));

        an_answer_is_rejected_looked_at_and_replayed();
        what_nobody_can_read_becomes_a_dead_letter();
        requests_are_refused();
        somebody_guesses_a_password();
        somebody_is_erased();

        assertThat(SECRET.matcher(respondent("ana").brazeId()).matches()).isTrue();
        for (Part logger : system.loggers()) {
            assertThat(logger.log().filter(line -> SECRET.matcher(line).find()))
                    .as(logger.name())
                    .isEmpty();
        }
        for (Part service : system.services()) {
            assertThat(service.log().filter(line -> isALineOf(service, line)))
                    .as(service.name())
                    .isNotEmpty();
        }
        assertThat(collector.everything()).doesNotContainPattern(SECRET);
        for (URI page : system.metrics()) {
            String metrics = scrape(page);
            // Ids of surveys and companies that are nobody's secret would still be series without end.
            assertThat(metrics)
                    .doesNotContainPattern(SECRET)
                    .doesNotContain(
                            survey("nps").id(), "uri=\"/s/" + survey("nps").id())
                    .doesNotContainPattern("uri=\"[^\"]*" + company().id());
        }
    }

    private static String scrape(URI page) throws IOException, InterruptedException {
        // Longer than a scrape takes on a machine that is busy with the other journeys' services.
        HttpRequest request =
                HttpRequest.newBuilder(page).timeout(Duration.ofSeconds(10)).build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private void an_answer_is_rejected_looked_at_and_replayed() {
        braze.does(braze.fault("object-error").put("attribute", "why"));
        respondent("ben").sends(survey("nps"), "why", unique("refused"));
        DeadLetters letters = DeadLetters.of(company());
        JsonObject letter = letters.eventually("REJECTED");
        Api admin = company().admin();
        admin.get("/api/dead-letters/" + letter.getString("id")).orFail("look at a letter");
        admin.post(
                "/api/dead-letters/search",
                new JsonObject().put("company", company().id()).put("text", unique("refused")));
        braze.recovers();
        letters.eventuallyHasDone(letters.replays(DeadLetters.these(List.of(letter))), "DELIVERED", 1);
        braze.eventually().profile("ben").has("why", unique("refused"));
    }

    private void what_nobody_can_read_becomes_a_dead_letter() {
        kafka.receives(company().id() + "|braze:" + respondent("ana").brazeId(), "{\"why\":\"" + unique("junk"));
        // Of no company, as far as anybody can read: only the topic shows whose key it had.
        kafka.eventuallyHasADeadLetterOf(company());
        kafka.receivesInAWrongPartition(
                AnEvent.of(company(), respondent("ben")).withScore(1).build());
    }

    private void requests_are_refused() {
        String page = "/s/" + survey("nps").id();
        String responses = "/api/surveys/" + survey("nps").id() + "/responses";
        String id = "?user_braze_id=" + respondent("ana").brazeId();
        Api anybody = Api.at(system.publicUrl());
        Api external = Api.at(system.publicUrl());
        external.post(
                        responses,
                        answering("why", unique("typed")).put("respondent", json("externalId", unique("outside"))))
                .orFail("answer as somebody else");
        anybody.post(responses, answering("score", unique("typed")).put("respondent", json("brazeId", unique("eve"))));
        anybody.post(responses + id, answering("score", 11));
        anybody.post(responses, json(unique("typed"), unique("typed")));
        anybody.put(page + id, new JsonObject());
        anybody.get("/s/no-such-survey" + id);
        anybody.get("/no-such-page" + id);
        anybody.get("/delivery" + id);
        new Browser().open(system.publicUrl().resolve("/api/surveys/none/results" + id));
        URI origin = system.publicUrl();
        new RawRequest(origin, "GET " + page + id + "%ZZ").sent();
        new RawRequest(origin, "GET " + page + id + "\u00e9|{}").sent();
        new RawRequest(origin, "GET " + page + id + "x".repeat(9_000)).sent();
        new RawRequest(origin, "POST " + responses + id).sent();
    }

    private static JsonObject answering(String question, Object value) {
        return new JsonObject()
                .put(
                        "answers",
                        new JsonArray()
                                .add(new JsonObject()
                                        .put("questionId", question)
                                        .put("value", value)));
    }

    private void somebody_guesses_a_password() {
        JsonObject guess = new JsonObject()
                .put("email", "admin@" + company().id() + ".example")
                .put("password", unique("guess"));
        for (int attempt = 0; attempt < 7; attempt++) {
            Api.at(system.publicUrl()).post("/api/session", guess);
        }
    }

    private void somebody_is_erased() {
        company()
                .admin()
                .post(
                        "/api/erasures",
                        new JsonObject()
                                .put("company", company().id())
                                .put("brazeId", respondent("ana").brazeId()))
                .orFail("erase ana");
    }

    /** An object that says when, how bad, who and what. */
    private static boolean isALineOf(Part service, String line) {
        try {
            JsonObject said = new JsonObject(line);
            return said.containsKey("timestamp")
                    && said.containsKey("level")
                    && said.containsKey("message")
                    && service.name().equals(said.getString("service"));
        } catch (DecodeException notOne) {
            return false;
        }
    }
}
