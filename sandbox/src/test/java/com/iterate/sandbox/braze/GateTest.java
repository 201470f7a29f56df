package com.iterate.sandbox.braze;

import static com.iterate.sandbox.braze.Objects.attributes;
import static com.iterate.sandbox.braze.Objects.of;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GateTest {

    private static final StandIn BRAZE = new StandIn();
    private static final JsonObject GOOD = attributes(of("ana").put("score", 0));

    @AfterAll
    static void close() {
        BRAZE.close();
    }

    @Test
    void a_known_key_opens() {
        assertThat(BRAZE.track(GOOD).statusCode()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer wrong-key",
                "right-key",
                "Bearer \"right-key\"",
                "bearer right-key",
                "Basic right-key",
                ""
            })
    void a_wrong_bare_quoted_or_missing_key_is_401(String authorization) {
        assertThat(BRAZE.trackAs(authorization, GOOD).statusCode()).isEqualTo(401);
    }

    @Test
    void a_key_without_the_permission_is_403() {
        // given
        BRAZE.put(
                "/sandbox/workspaces/narrow",
                new JsonObject().put("key", "narrow-key").put("permissions", new JsonArray().add("users.export.ids")));
        // when
        HttpResponse<String> answer = BRAZE.trackAs("Bearer narrow-key", GOOD);
        // then
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("Access Denied");
    }

    @Test
    void a_trailing_slash_is_403_and_another_path_404() {
        assertThat(postTo("/users/track/")).isEqualTo(403);
        assertThat(postTo("/users/tracks")).isEqualTo(404);
    }

    @Test
    void another_content_type_is_415() {
        // when
        HttpResponse<String> answer = BRAZE.send(BRAZE.to("/users/track")
                .header("Authorization", "Bearer " + StandIn.KEY)
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString(GOOD.encode()))
                .build());
        // then
        assertThat(answer.statusCode()).isEqualTo(415);
    }

    @Test
    void more_than_four_megabytes_are_413() {
        // given
        String tooLong = "x".repeat(4 * 1024 * 1024);
        // when
        HttpResponse<String> answer = BRAZE.track(attributes(of("ana").put("score", tooLong)));
        // then
        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @Test
    void what_is_no_json_is_400() {
        assertThat(BRAZE.send(BRAZE.tracking("{\"attributes\":[")).statusCode()).isEqualTo(400);
        assertThat(BRAZE.send(BRAZE.tracking("{\"attributes\":{}}")).statusCode())
                .isEqualTo(400);
    }

    @Test
    void seventy_five_objects_over_all_arrays_pass_and_one_more_does_not() {
        // given
        JsonArray seventyFour = new JsonArray();
        for (int n = 0; n < 74; n++) {
            seventyFour.add(of("p" + n).put("score", n));
        }
        JsonArray oneEvent = new JsonArray().add(Objects.event("ana"));
        JsonArray twoEvents = oneEvent.copy().add(Objects.event("ana"));
        // when
        HttpResponse<String> full =
                BRAZE.track(new JsonObject().put("attributes", seventyFour).put("events", oneEvent));
        HttpResponse<String> over =
                BRAZE.track(new JsonObject().put("attributes", seventyFour).put("events", twoEvents));
        // then
        assertThat(full.statusCode()).isEqualTo(201);
        assertThat(over.statusCode()).isEqualTo(400);
        assertThat(over.body()).contains("Max Input Length Exceeded");
    }

    @Test
    void no_key_is_ever_shown_again() {
        // when
        BRAZE.trackAs("Bearer another-secret-key", GOOD);
        // then
        assertThat(BRAZE.get("/sandbox/requests").body())
                .doesNotContain("another-secret-key")
                .doesNotContain(StandIn.KEY);
    }

    private static int postTo(String path) {
        return BRAZE.send(BRAZE.to(path)
                        .header("Authorization", "Bearer " + StandIn.KEY)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(GOOD.encode()))
                        .build())
                .statusCode();
    }
}
