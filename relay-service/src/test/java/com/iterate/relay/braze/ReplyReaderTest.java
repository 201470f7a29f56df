package com.iterate.relay.braze;

import static com.iterate.relay.braze.Answers.attributesOf;
import static com.iterate.relay.braze.Answers.eventOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.iterate.relay.credentials.ApiKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyReaderTest {

    private static final Instant NOW = Instant.parse("2026-11-23T13:00:00Z");
    private static final String SUCCESS = "{\"message\":\"success\",\"attributes_processed\":3}";

    /** ana's attributes, an event of bob's, cleo's attributes: Braze sees attributes[0], events[0], attributes[1]. */
    private static final List<TrackObject> THREE = List.of(
            attributesOf("ana-5fbd99", "csat", 9, "why", "Kaulquappen quaken"),
            eventOf("bob-77aa", Answers.value("grauenhaft")),
            attributesOf("cleo-1234", "csat", 7));

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 299})
    void a_success_message_without_errors_accepts_everything(int status) {
        // when
        Reply reply = read(status, SUCCESS);
        // then
        assertThat(outcomes(reply)).hasSize(3).allMatch(Outcome.Accepted.class::isInstance);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"message\":\"success\",\"errors\":[]}",
                "{\"message\":\"success\",\"errors\":null}",
                "{\"message\":\"queued\"}"
            })
    void nothing_reported_and_queued_are_accepted(String body) {
        // when
        Reply reply = read(201, body);
        // then
        assertThat(outcomes(reply)).allMatch(Outcome.Accepted.class::isInstance);
    }

    @Test
    void an_error_is_laid_at_the_door_of_the_object_as_sent() {
        // when
        Reply reply = read(201, success(error("'external_id' must be fewer than 988 bytes", "attributes", "1")));
        // then
        assertThat(outcomes(reply))
                .containsExactly(
                        new Outcome.Accepted(),
                        new Outcome.Accepted(),
                        new Outcome.Rejected(201, "'external_id' must be fewer than 988 bytes"));
    }

    @Test
    void an_object_refused_here_shifts_the_blame_to_the_sent_position() {
        // given
        List<TrackObject> objects = List.of(
                attributesOf("ana", "email", "a@example.com"),
                attributesOf("bob", "n", 1),
                attributesOf("cleo", "n", 2));
        // when
        Reply reply = read(objects, 201, success(error("EMAIL_BAD_FORMAT", "attributes", "1")));
        // then
        assertThat(outcomes(reply).get(0)).isInstanceOf(Outcome.Rejected.class);
        assertThat(outcomes(reply).get(1)).isEqualTo(new Outcome.Accepted());
        assertThat(outcomes(reply).get(2)).isEqualTo(new Outcome.Rejected(201, "EMAIL_BAD_FORMAT"));
    }

    @Test
    void the_same_index_in_another_array_hits_the_other_object() {
        // when
        Reply reply = read(201, success(error("BAD_DEVICE_ID", "events", "0")));
        // then
        assertThat(outcomes(reply))
                .containsExactly(
                        new Outcome.Accepted(), new Outcome.Rejected(201, "BAD_DEVICE_ID"), new Outcome.Accepted());
    }

    @Test
    void two_errors_on_one_object_are_one_rejection_with_both_texts() {
        // when
        Reply reply = read(
                201,
                success(error("BAD_DEVICE_ID", "attributes", "0") + ","
                        + error("EMAIL_BAD_FORMAT", "attributes", "0")));
        // then
        assertThat(outcomes(reply).get(0)).isEqualTo(new Outcome.Rejected(201, "BAD_DEVICE_ID; EMAIL_BAD_FORMAT"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"BAD\",\"input_array\":\"attributes\"}",
                "{\"type\":\"BAD\",\"input_array\":\"attributes\",\"index\":2}",
                "{\"type\":\"BAD\",\"input_array\":\"attributes\",\"index\":-1}",
                "{\"type\":\"BAD\",\"input_array\":\"attributes\",\"index\":99999999999999999999}",
                "{\"type\":\"BAD\",\"input_array\":\"attributes\",\"index\":0.5}",
                "{\"type\":\"BAD\",\"input_array\":\"attributes\",\"index\":null}",
                "{\"type\":\"BAD\",\"input_array\":\"attributes\",\"index\":{}}",
                "{\"type\":\"BAD\",\"input_array\":\"purchases\",\"index\":0}",
                "{\"type\":\"BAD\",\"input_array\":7,\"index\":0}",
                "{\"type\":\"BAD\",\"index\":0}",
                "\"something went wrong\"",
                "{}",
                "[]",
                "42",
                "null"
            })
    void an_error_that_names_no_sent_object_makes_all_others_unclear(String entry) {
        // when
        Reply reply = read(201, success(entry + "," + error("BAD_DEVICE_ID", "events", "0")));
        // then
        assertThat(outcomes(reply).get(0)).isInstanceOf(Outcome.Unclear.class);
        assertThat(outcomes(reply).get(1)).isEqualTo(new Outcome.Rejected(201, "BAD_DEVICE_ID"));
        assertThat(outcomes(reply).get(2)).isInstanceOf(Outcome.Unclear.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"something\"", "{\"0\":\"x\"}", "true", "7"})
    void errors_that_are_no_list_make_everything_unclear(String errors) {
        // when
        Reply reply = read(201, "{\"message\":\"success\",\"errors\":" + errors + "}");
        // then
        assertThat(outcomes(reply)).allMatch(Outcome.Unclear.class::isInstance);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "{}",
                "[]",
                "\"success\"",
                "success",
                "{\"message\":\"error\"}",
                "{\"message\":\"Success!\"}",
                "{\"message\":null}",
                "{\"message\":{\"success\":true}}",
                "{\"message\":\"success\"",
                "{\"message\":\"success\"} trailing",
                "{\"message\":\"success\",\"message\":\"error\"}",
                "<html><body>success</body></html>"
            })
    void a_2xx_that_is_not_brazes_success_is_a_failure_that_may_have_reached_it(String body) {
        // when
        Reply reply = read(201, body);
        // then
        assertThat(reply).isInstanceOfSatisfying(Reply.Failed.class, failed -> {
            assertThat(failed.status()).isEqualTo(201);
            assertThat(failed.reached()).isEqualTo(Reply.Reached.MAYBE);
        });
    }

    @Test
    void a_400_with_reasons_rejects_those_and_leaves_the_others_to_be_sent_again() {
        // when
        Reply reply = read(
                400,
                "{\"message\":\"Valid data must be provided in the 'attributes', 'events', or 'purchases' fields.\","
                        + "\"errors\":[" + error("EXTERNAL_USER_ID_TOO_LARGE", "attributes", "1") + "]}");
        // then
        assertThat(outcomes(reply).get(0)).isInstanceOf(Outcome.Unclear.class);
        assertThat(outcomes(reply).get(1)).isInstanceOf(Outcome.Unclear.class);
        assertThat(outcomes(reply).get(2)).isEqualTo(new Outcome.Rejected(400, "EXTERNAL_USER_ID_TOO_LARGE"));
    }

    @Test
    void a_400_that_names_each_object_gives_each_its_own_reason() {
        // when
        Reply reply = read(
                400,
                "{\"message\":\"invalid\",\"errors\":[" + error("BAD_A", "attributes", "0") + ","
                        + error("BAD_B", "events", "0") + "," + error("BAD_C", "attributes", "1") + "]}");
        // then
        assertThat(outcomes(reply))
                .containsExactly(
                        new Outcome.Rejected(400, "BAD_A"),
                        new Outcome.Rejected(400, "BAD_B"),
                        new Outcome.Rejected(400, "BAD_C"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | {\"message\":\"Max Input Length Exceeded\"}",
                "400 | {\"error\":\"Error while parsing request body. Please check your syntax.\"}",
                "400 | {\"message\":\"bad\",\"errors\":[\"bare\"]}",
                "400 | {\"message\":\"bad\",\"errors\":[{\"type\":\"x\",\"input_array\":\"attributes\",\"index\":9}]}",
                "400 | Bad Request",
                "400 | ''",
                "413 | <html>413 Request Entity Too Large</html>",
                "413 | ''"
            })
    void a_request_refused_as_a_whole_is_to_be_halved(int status, String body) {
        // when
        Reply reply = read(status, body);
        // then
        assertThat(reply).isInstanceOfSatisfying(Reply.TooMuch.class, tooMuch -> assertThat(tooMuch.status())
                .isEqualTo(status));
    }

    @Test
    void a_400_page_of_a_web_server_in_between_condemns_no_answer() {
        // when
        Reply reply = read(400, "<html><h1>400 Bad Request</h1>cloudflare</html>");
        // then
        assertThat(reply).isInstanceOf(Reply.Failed.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308, 401, 403, 404, 405, 407, 415})
    void a_wrong_connection_is_no_verdict_on_the_answers(int status) {
        // when
        Reply reply = read(status, "{\"message\":\"Invalid API key\"}");
        // then
        assertThat(reply).isInstanceOfSatisfying(Reply.Misconfigured.class, wrong -> assertThat(wrong.why())
                .contains("Invalid API key"));
    }

    @ParameterizedTest
    @CsvSource({"500", "502", "503", "504", "520", "599", "408", "425", "418", "100", "0", "999"})
    void anything_else_is_tried_again(int status) {
        // when
        Reply reply = read(status, "<html>502 Bad Gateway</html>");
        // then
        assertThat(reply).isInstanceOf(Reply.Failed.class);
    }

    @Test
    void a_5xx_that_claims_success_is_no_success() {
        // when
        Reply reply = read(500, SUCCESS);
        // then
        assertThat(reply).isInstanceOf(Reply.Failed.class);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "7, -, -, 7",
                "7, 9, 11, 7",
                "-, 9, 11, 9",
                "soon, 9, -, 9",
                "-, 'Mon, 23 Nov 2026 13:00:20 GMT', -, 20",
                "-, 'Mon, 23 Nov 2026 12:00:00 GMT', -, 1",
                "-, -, 42, 42",
                "-, -, 1795438830, 30",
                "-, -, -, 3",
                "soon, later, never, 3",
                "0, -, -, 1",
                "-5, -, -, 3",
                "86400, -, -, 3600",
                "1e300, -, -, 3",
                "-, 999999999999999999999, -, 3"
            })
    void a_rate_limit_waits_as_long_as_braze_says_and_never_longer_than_its_window(
            String brazes, String standard, String reset, int seconds) {
        // given
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        Optional.ofNullable(brazes).ifPresent(value -> headers.put("x-ratelimit-retry-after", value));
        Optional.ofNullable(standard).ifPresent(value -> headers.put("RETRY-AFTER", value));
        Optional.ofNullable(reset).ifPresent(value -> headers.put("X-RateLimit-Reset", value));
        // when
        Reply reply = reader(THREE).read(429, name -> Optional.ofNullable(headers.get(name)), "", NOW);
        // then
        assertThat(reply).isEqualTo(new Reply.RateLimited(Duration.ofSeconds(seconds)));
    }

    @Property
    void no_body_and_no_status_makes_the_reader_throw_or_accept_without_brazes_word(
            @ForAll @IntRange(min = -1, max = 700) int status, @ForAll("bodies") String body) {
        // when
        Reply reply = read(status, body);
        // then
        boolean accepted = reply instanceof Reply.Answered answered
                && answered.outcomes().stream().anyMatch(Outcome.Accepted.class::isInstance);
        boolean brazesWord = status / 100 == 2 && body.matches("(?s).*\"message\"\\s*:\\s*\"(success|queued)\".*");
        assertThat(accepted && !brazesWord).isFalse();
    }

    @Provide
    Arbitrary<String> bodies() {
        Arbitrary<String> fragments = Arbitraries.of(
                "{",
                "}",
                "[",
                "]",
                ",",
                ":",
                "\"message\"",
                "\"success\"",
                "\"queued\"",
                "\"errors\"",
                "\"index\"",
                "\"input_array\"",
                "\"attributes\"",
                "\"events\"",
                "\"type\"",
                "0",
                "1",
                "-7",
                "1e99",
                "null",
                "true",
                "<html>",
                "\"",
                "\\u0000",
                "\uD800");
        Arbitrary<String> likeBraze = fragments
                .list()
                .ofMaxSize(6)
                .map(inner -> "{\"message\":\"success\",\"errors\":[" + String.join("", inner) + "]}");
        return Arbitraries.oneOf(
                Arbitraries.strings(), fragments.list().ofMaxSize(20).map(all -> String.join("", all)), likeBraze);
    }

    private static List<Outcome> outcomes(Reply reply) {
        assertThat(reply).isInstanceOf(Reply.Answered.class);
        return ((Reply.Answered) reply).outcomes();
    }

    private static Reply read(int status, String body) {
        return read(THREE, status, body);
    }

    private static Reply read(List<TrackObject> objects, int status, String body) {
        return reader(objects).read(status, name -> Optional.empty(), body, NOW);
    }

    private static ReplyReader reader(List<TrackObject> objects) {
        return new ReplyReader(TrackRequest.of(objects).sent(), new Mask(new ApiKey("s3cret-key"), objects));
    }

    private static String success(String errors) {
        return "{\"message\":\"success\",\"attributes_processed\":1,\"errors\":[" + errors + "]}";
    }

    private static String error(String type, String array, String index) {
        return "{\"type\":\"" + type + "\",\"input_array\":\"" + array + "\",\"index\":" + index + "}";
    }
}
