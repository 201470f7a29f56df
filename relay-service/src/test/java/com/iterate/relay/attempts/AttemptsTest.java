package com.iterate.relay.attempts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.iterate.relay.attempts.Attempt.What;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AttemptsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Instant FIRST = Instant.parse("2026-11-23T13:00:00Z");
    private static final Instant LAST = Instant.parse("2026-11-23T13:05:00Z");

    @Test
    void of_several_requests_of_which_nothing_is_kept_the_first_and_the_last_are_told() {
        // when
        List<Attempt> attempts = Attempts.of(headers(5, "BRAZE_ERROR", 503, "down"), json("[]"), json("{}"));
        // then
        assertThat(attempts).extracting(Attempt::what).containsExactly(What.FIRST_FAILURE, What.LAST_FAILURE);
        assertThat(attempts).extracting(Attempt::at).containsExactly(FIRST, LAST);
        assertThat(attempts.get(0).status()).isEmpty();
        assertThat(attempts.get(1).reason()).contains("BRAZE_ERROR");
        assertThat(attempts.get(1).status()).contains(503);
        assertThat(attempts.get(1).response()).contains("down");
    }

    @Test
    void every_request_that_is_kept_is_told_with_its_answer() {
        // given
        ArrayNode headers = (ArrayNode) headers(4, "REJECTED", 400, "too long");
        headers.addObject()
                .put("name", "relay-tries")
                .put("value", tries("429 rate limit", "503 down", "0 no answer", "400 too"));
        // when
        List<Attempt> attempts = Attempts.of(headers, json("[]"), json("{}"));
        // then
        assertThat(attempts)
                .extracting(Attempt::what)
                .containsExactly(What.FIRST_FAILURE, What.FAILURE, What.FAILURE, What.LAST_FAILURE);
        assertThat(attempts)
                .extracting(attempt -> attempt.status().orElseThrow())
                .containsExactly(429, 503, 0, 400);
        assertThat(attempts)
                .extracting(attempt -> attempt.response().orElseThrow())
                .containsExactly("rate limit", "down", "no answer", "too long");
    }

    @Test
    void the_only_request_is_not_told_twice() {
        // given
        ArrayNode headers = (ArrayNode) headers(1, "REJECTED", 400, "too long");
        headers.addObject().put("name", "relay-tries").put("value", tries("400 too"));
        // when
        List<Attempt> attempts = Attempts.of(headers, json("[]"), json("{}"));
        // then
        assertThat(attempts).singleElement().satisfies(only -> {
            assertThat(only.what()).isEqualTo(What.FIRST_FAILURE);
            assertThat(only.response()).contains("too long");
        });
    }

    @Test
    void what_waited_too_long_after_its_only_request_was_not_ended_by_it() {
        // given
        ArrayNode headers = (ArrayNode) headers(1, "EXPIRED", 0, "Waited for 24 hours");
        headers.addObject().put("name", "relay-tries").put("value", """
                [{"at":"%s","status":503,"response":"down"}]
                """.formatted(FIRST));
        // when
        List<Attempt> attempts = Attempts.of(headers, json("[]"), json("{}"));
        // then
        assertThat(attempts)
                .extracting(attempt -> attempt.response().orElseThrow())
                .containsExactly("down", "Waited for 24 hours");
    }

    @Test
    void a_single_request_is_told_once_with_its_answer() {
        // when
        List<Attempt> attempts = Attempts.of(headers(1, "REJECTED", 400, "too long"), json("[]"), json("{}"));
        // then
        assertThat(attempts).singleElement().satisfies(only -> {
            assertThat(only.what()).isEqualTo(What.FIRST_FAILURE);
            assertThat(only.status()).contains(400);
            assertThat(only.response()).contains("too long");
        });
    }

    @Test
    void what_was_never_sent_says_why() {
        // given
        JsonNode headers = json("""
                [{"name":"dead-letter-reason","value":"Waited too long"},{"name":"relay-reason","value":"EXPIRED"},
                 {"name":"relay-attempts","value":"0"},{"name":"relay-first-failed-at","value":"%s"}]
                """.formatted(FIRST));
        // when
        List<Attempt> attempts = Attempts.of(headers, json("[]"), json("{}"));
        // then
        assertThat(attempts).singleElement().satisfies(only -> {
            assertThat(only.what()).isEqualTo(What.NEVER_SENT);
            assertThat(only.status()).contains(0);
            assertThat(only.response()).contains("Waited too long");
        });
    }

    @Test
    void replays_that_came_to_something_are_told_with_their_new_names() {
        // given
        JsonNode history = json("""
                [{"at":"2026-11-24T10:00:00+00:00","state":"REPLAYING","by":"amy","note":"replay 7"},
                 {"at":"2026-11-24T10:01:00.5+00:00","state":"OPEN","by":"amy","note":"replay 7","reason":"REJECTED",
                  "status":400,"response":"no"},
                 {"at":"2026-11-24T11:00:00+00:00","state":"REPLAYING","by":"ben","note":"replay 8"},
                 {"at":"2026-11-24T11:01:00+00:00","state":"OPEN","by":"ben","note":"replay 8"},
                 {"at":"2026-11-24T12:01:00+00:00","state":"DELIVERED","by":"ben","note":"replay 9"}]
                """);
        // when
        List<Attempt> attempts = Attempts.of(json("[]"), history, json("{\"9\":{\"score\":\"nps\"}}"));
        // then
        assertThat(attempts).extracting(Attempt::what).containsExactly(What.REPLAY_FAILED, What.REPLAY_DELIVERED);
        assertThat(attempts.get(0).at()).isEqualTo(Instant.parse("2026-11-24T10:01:00.5Z"));
        assertThat(attempts.get(0).replay()).contains(7L);
        assertThat(attempts.get(0).response()).contains("no");
        assertThat(attempts.get(1).by()).isEqualTo("ben");
        assertThat(attempts.get(1).status()).isEmpty();
        assertThat(attempts.get(1).names()).isEqualTo(Map.of("score", "nps"));
    }

    @Test
    void headers_of_others_are_no_reason_to_fail() {
        assertThat(Attempts.of(
                        json(
                                "[{\"name\":\"relay-first-failed-at\",\"value\":\"yesterday\"},{\"name\":\"x\",\"base64\":\"AA\"}]"),
                        json("[{\"state\":\"DISCARDED\",\"note\":\"replay many\"}]"),
                        json("{}")))
                .isEmpty();
    }

    private static JsonNode headers(int requests, String reason, int status, String response) {
        return json("""
                [{"name":"relay-attempts","value":"%d"},{"name":"relay-reason","value":"%s"},
                 {"name":"relay-status","value":"%d"},{"name":"relay-response","value":"%s"},
                 {"name":"relay-first-failed-at","value":"%s"},{"name":"relay-last-failed-at","value":"%s"}]
                """.formatted(requests, reason, status, response, FIRST, LAST));
    }

    /** The last one at the time of the last failure. */
    private static String tries(String... each) {
        ArrayNode tries = JSON.createArrayNode();
        for (int i = 0; i < each.length; i++) {
            String[] said = each[i].split(" ", 2);
            tries.addObject()
                    .put("at", LAST.minusSeconds(each.length - 1 - i).toString())
                    .put("status", Integer.parseInt(said[0]))
                    .put("response", said[1]);
        }
        return tries.toString();
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
