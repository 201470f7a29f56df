package com.iterate.sandbox.braze;

import static com.iterate.sandbox.braze.Objects.attributes;
import static com.iterate.sandbox.braze.Objects.of;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScriptTest {

    private static final StandIn BRAZE = new StandIn();
    private static final JsonObject ANA = attributes(of("ana").put("score", 9));

    @BeforeEach
    void forget() {
        BRAZE.forget();
    }

    @AfterAll
    static void close() {
        BRAZE.close();
    }

    @Test
    void the_next_two_requests_fail_and_the_third_does_not() {
        // given
        BRAZE.script(fault("status").put("status", 503).put("times", 2));
        // when
        int[] statuses = {status(ANA), status(ANA), status(ANA)};
        // then
        assertThat(statuses).containsExactly(503, 503, 201);
    }

    @Test
    void a_fault_without_times_stays_until_it_is_taken_away() {
        // given
        BRAZE.script(fault("status").put("status", 500));
        // when
        int during = status(ANA);
        BRAZE.send(BRAZE.to("/sandbox/faults").DELETE().build());
        // then
        assertThat(during).isEqualTo(500);
        assertThat(status(ANA)).isEqualTo(201);
    }

    @Test
    void a_fault_of_one_workspace_or_profile_leaves_the_others_alone() {
        // given
        BRAZE.script(
                fault("status").put("workspace", "elsewhere"),
                fault("status").put("status", 502).put("profile", "ben"));
        // when
        int ana = status(ANA);
        int ben = status(attributes(of("ben").put("score", 1)));
        // then
        assertThat(ana).isEqualTo(201);
        assertThat(ben).isEqualTo(502);
    }

    @Test
    void a_rate_limit_says_how_long_to_wait_and_leaves_the_usual_headers_out() {
        // given
        BRAZE.script(fault("rate-limit").put("seconds", 7).put("times", 1));
        // when
        HttpResponse<String> limited = BRAZE.track(ANA);
        HttpResponse<String> usual = BRAZE.track(ANA);
        // then
        assertThat(limited.statusCode()).isEqualTo(429);
        assertThat(limited.headers().firstValue("x-ratelimit-retry-after")).hasValue("7");
        assertThat(limited.headers().firstValue("x-ratelimit-limit")).isEmpty();
        assertThat(usual.headers().firstValue("x-ratelimit-limit")).isPresent();
    }

    @Test
    void a_request_can_be_taken_although_its_connection_is_cut() {
        // given
        BRAZE.script(fault("close").put("taken", true).put("times", 1));
        // when
        assertThatThrownBy(() -> BRAZE.track(ANA)).isInstanceOf(StandIn.NoAnswer.class);
        // then
        assertThat(BRAZE.attributes("ana").getInteger("score")).isEqualTo(9);
    }

    @Test
    void a_request_that_is_cut_and_not_taken_changes_nothing() {
        // given
        BRAZE.script(fault("close").put("times", 1));
        // when
        assertThatThrownBy(() -> BRAZE.track(ANA)).isInstanceOf(StandIn.NoAnswer.class);
        // then
        assertThat(BRAZE.attributes("ana")).isEmpty();
    }

    @Test
    void silence_after_taking_stays_open_and_shows_who_overlaps() {
        // given
        BRAZE.script(fault("time-out").put("taken", true).put("times", 1));
        CompletableFuture<HttpResponse<String>> silent = BRAZE.trackWithoutWaiting(ANA);
        await().until(() -> BRAZE.attributes("ana").containsKey("score"));
        // when
        BRAZE.track(attributes(of("ana").put("score", 3)));
        BRAZE.track(attributes(of("ben").put("score", 3)));
        // then
        JsonArray requests = BRAZE.requests();
        assertThat(requests.getJsonObject(0).getBoolean("open")).isTrue();
        assertThat(requests.getJsonObject(1).getJsonArray("overlaps"))
                .containsExactly(requests.getJsonObject(0).getValue("number"));
        assertThat(requests.getJsonObject(2).getJsonArray("overlaps")).isEmpty();
        assertThat(silent).isNotDone();
        silent.cancel(true);
    }

    @Test
    void an_answer_can_come_before_the_profile_changes() {
        // given
        BRAZE.script(fault("applies-late").put("millis", 300).put("times", 1));
        // when
        int status = status(ANA);
        // then
        assertThat(status).isEqualTo(201);
        assertThat(BRAZE.attributes("ana")).isEmpty();
        await().untilAsserted(() -> assertThat(BRAZE.attributes("ana")).isNotEmpty());
    }

    @Test
    void one_object_among_others_is_refused_with_the_wanted_text() {
        // given
        BRAZE.script(fault("object-error").put("profile", "ben").put("type", "BLACKLISTED_EXTERNAL_USER_ID"));
        // when
        HttpResponse<String> answer =
                BRAZE.track(attributes(of("ana").put("score", 1), of("ben").put("score", 2)));
        // then
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(new JsonObject(answer.body()).getJsonArray("errors"))
                .containsExactly(new JsonObject()
                        .put("type", "BLACKLISTED_EXTERNAL_USER_ID")
                        .put("input_array", "attributes")
                        .put("index", 1));
        assertThat(BRAZE.attributes("ben")).isEmpty();
    }

    @Test
    void an_attribute_can_be_what_is_refused() {
        // given
        BRAZE.script(fault("object-error").put("attribute", "why"));
        // when
        int folded = status(attributes(of("ana").put("score", 1).put("why", "slow")));
        int alone = status(attributes(of("ana").put("score", 1)));
        // then
        assertThat(folded).isEqualTo(400);
        assertThat(alone).isEqualTo(201);
    }

    @Test
    void garbage_redirects_and_delays_are_as_the_script_says() {
        // given
        BRAZE.script(
                fault("garbage").put("times", 1),
                fault("redirect").put("location", "/users/track").put("times", 1),
                fault("latency").put("millis", 200).put("times", 1));
        // when
        HttpResponse<String> garbage = BRAZE.track(ANA);
        HttpResponse<String> redirect = BRAZE.track(ANA);
        HttpResponse<String> late = BRAZE.track(ANA);
        // then
        assertThat(garbage.statusCode()).isEqualTo(200);
        assertThat(garbage.body()).startsWith("<html>");
        assertThat(redirect.statusCode()).isEqualTo(302);
        assertThat(late.statusCode()).isEqualTo(201);
        assertThat(BRAZE.requests().getJsonObject(2).getLong("millis")).isGreaterThanOrEqualTo(190);
    }

    @Test
    void a_script_that_makes_no_sense_is_refused_with_the_reason() {
        // when
        HttpResponse<String> answer =
                BRAZE.put("/sandbox/faults", new JsonObject().put("faults", Objects.array(fault("earthquake"))));
        // then
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("'kind' must be");
    }

    @Test
    void the_page_and_what_it_needs_are_there() {
        assertThat(BRAZE.get("/").body()).contains("Braze stand-in");
        assertThat(BRAZE.get("/page.js").statusCode()).isEqualTo(200);
        assertThat(BRAZE.get("/page.css").statusCode()).isEqualTo(200);
        assertThat(BRAZE.get("/../pom.xml").statusCode()).isEqualTo(404);
    }

    private static JsonObject fault(String kind) {
        return new JsonObject().put("kind", kind);
    }

    private static int status(JsonObject body) {
        return BRAZE.track(body).statusCode();
    }
}
