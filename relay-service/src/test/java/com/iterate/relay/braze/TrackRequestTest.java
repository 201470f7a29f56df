package com.iterate.relay.braze;

import static com.iterate.relay.braze.Answers.attributesOf;
import static com.iterate.relay.braze.Answers.eventOf;
import static com.iterate.relay.braze.Answers.number;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.iterate.contracts.AnswerType;
import com.iterate.contracts.AnswerValue;
import com.iterate.contracts.Limits;
import com.iterate.contracts.Respondent;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrackRequestTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void attributes_are_one_object_with_one_identifier_that_never_makes_a_profile() {
        // given
        TrackObject ana = attributesOf("ana", "csat", 9, "why", "it works", "again", true);
        // when
        String body = body(ana);
        // then
        assertThat(body)
                .isEqualTo("{\"attributes\":[{\"braze_id\":\"ana\",\"_update_existing_only\":true,"
                        + "\"csat\":9,\"why\":\"it works\",\"again\":true}]}");
    }

    @Test
    void a_person_known_by_external_id_is_named_by_that_alone() {
        // given
        TrackObject bob = new TrackObject.Attributes(
                new Respondent.External("bob@example.com"), Map.of("csat", Answers.value(0)));
        // when
        String body = body(bob);
        // then
        assertThat(body)
                .isEqualTo("{\"attributes\":[{\"external_id\":\"bob@example.com\",\"_update_existing_only\":true,"
                        + "\"csat\":0}]}");
    }

    @Test
    void an_event_says_what_was_asked_and_answered_and_carries_the_response_id() {
        // given
        TrackObject event =
                eventOf("ana", Answers.value(9), Optional.of("csat"), Optional.of("nps"), Optional.of("9 of 10"));
        // when
        String body = body(event);
        // then
        assertThat(body)
                .isEqualTo("{\"events\":[{\"braze_id\":\"ana\",\"_update_existing_only\":true,"
                        + "\"name\":\"survey-question-response\",\"time\":\"2026-11-23T13:00:00.123Z\","
                        + "\"properties\":{\"question\":\"How satisfied are you?\",\"label\":\"csat\","
                        + "\"response\":\"9 of 10\",\"response_int\":9,\"survey_id\":\"nps-2026\","
                        + "\"survey_name\":\"Autumn survey\",\"survey_version\":3,\"question_id\":\"q1\","
                        + "\"question_type\":\"nps\",\"response_id\":\"r-1\","
                        + "\"answered_at\":\"2026-11-23T13:00:00.123Z\"}}]}");
    }

    @Test
    void an_event_leaves_out_the_label_when_the_prompt_is_the_name() throws IOException {
        // when
        JsonNode properties =
                properties(eventOf("ana", number("9"), Optional.empty(), Optional.empty(), Optional.empty()));
        // then
        assertThat(properties.has("label")).isFalse();
        assertThat(properties.has("question_type")).isFalse();
    }

    @Test
    void each_kind_of_answer_has_its_own_typed_property_and_only_that() throws IOException {
        // given
        Map<String, AnswerValue> kinds = Map.of(
                "response_int", number("9"),
                "response_number", number("4.5"),
                "response_string", Answers.value("fine"),
                "response_boolean", Answers.value(false),
                "response_array", new AnswerValue.Choices(List.of("red", "blue")),
                "response_date", new AnswerValue.Date(Instant.parse("2026-09-12T00:00:00Z")));
        for (Map.Entry<String, AnswerValue> kind : kinds.entrySet()) {
            // when
            JsonNode properties = properties(eventOf("ana", kind.getValue()));
            // then
            List<String> typed = kinds.keySet().stream().filter(properties::has).toList();
            assertThat(typed).containsExactly(kind.getKey());
            assertThat(properties.get("response").isTextual()).isTrue();
        }
    }

    @Test
    void an_answer_taken_back_is_a_null_on_the_wire() throws IOException {
        // given
        AnswerValue takenBack = new AnswerValue.TakenBack(AnswerType.NUMBER);
        // when
        JsonNode sent = tree(attributesOf("ana", "csat", takenBack), eventOf("ana", takenBack));
        // then
        assertThat(sent.at("/attributes/0").has("csat")).isTrue();
        assertThat(sent.at("/attributes/0/csat").isNull()).isTrue();
        assertThat(sent.at("/events/0/properties/response").isNull()).isTrue();
    }

    @Test
    void zero_false_and_the_empty_text_are_answers() {
        // when
        String body = body(attributesOf("ana", "nps", 0, "again", false, "why", ""));
        // then
        assertThat(body).contains("\"nps\":0,\"again\":false,\"why\":\"\"");
    }

    @ParameterizedTest
    @CsvSource({
        "9, 9",
        "9.0, 9",
        "4.50, 4.50",
        "-4.23, -4.23",
        "1E+3, 1000",
        "9223372036854775807, 9223372036854775807",
        "9223372036854775808, 9223372036854775808",
        "0.0000001, 0.0000001"
    })
    void numbers_are_plain_and_whole_ones_are_integers(String given, String written) {
        // when
        String body = body(attributesOf("ana", "n", number(given)));
        // then
        assertThat(body).contains("\"n\":" + written + "}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0123", "972-000-0000", "11/11/2011", "nan", "-4.23", "[ab-cd]", "[ex", "true", "null"})
    void a_text_that_looks_like_something_else_stays_a_text(String text) throws IOException {
        // when
        JsonNode value = tree(attributesOf("ana", "a", text)).at("/attributes/0/a");
        // then
        assertThat(value.isTextual()).isTrue();
        assertThat(value.textValue()).isEqualTo(text);
    }

    @Test
    void a_date_is_iso_8601_in_utc_and_choices_are_an_array_in_their_order() {
        // when
        String body = body(attributesOf(
                "ana",
                "day",
                new AnswerValue.Date(Instant.parse("2026-09-12T00:00:00Z")),
                "colours",
                new AnswerValue.Choices(List.of("red", "blue"))));
        // then
        assertThat(body).contains("\"day\":\"2026-09-12T00:00:00Z\",\"colours\":[\"red\",\"blue\"]");
    }

    @Test
    void a_long_text_is_cut_at_255_characters_and_counted() throws IOException {
        // given
        TrackObject longAnswer = attributesOf("ana", "why", "x".repeat(300), "short", "y");
        // when
        TrackRequest request = TrackRequest.of(List.of(longAnswer));
        // then
        assertThat(JSON.readTree(request.body()).at("/attributes/0/why").textValue())
                .hasSize(255);
        assertThat(request.answersCut()).isEqualTo(1);
    }

    @Test
    void a_text_of_wide_characters_is_cut_at_479_bytes_and_never_inside_one() throws IOException {
        // given
        TrackObject emojis = attributesOf("ana", "why", "a" + "😀".repeat(200));
        // when
        String text = tree(emojis).at("/attributes/0/why").textValue();
        // then
        assertThat(text).isEqualTo("a" + "😀".repeat(119));
        assertThat(text.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(479);
    }

    @ParameterizedTest
    @CsvSource({"'a\uD83Db', 'a\uFFFDb'", "'\uDE00', '\uFFFD'", "'ok 😀', 'ok 😀'"})
    void half_a_surrogate_pair_does_not_spoil_the_request_of_others(String text, String repaired) {
        // when
        String wellFormed = Texts.wellFormed(text);
        // then
        assertThat(wellFormed).isEqualTo(repaired);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "external_id",
                "braze_id",
                "email",
                " email ",
                "first_name",
                "email_subscribe",
                "_update_existing_only",
                "_merge_objects",
                "$add",
                "user_alias"
            })
    void a_name_that_would_set_a_profile_field_is_refused_before_any_call(String name) {
        // when
        TrackRequest request = TrackRequest.of(List.of(attributesOf("ana", "fine", 1, name, "x")));
        // then
        assertThat(request.sent().nothing()).isTrue();
        assertThat(request.sent().answered().outcomes())
                .singleElement()
                .isInstanceOfSatisfying(Outcome.Rejected.class, refused -> assertThat(refused.status())
                        .isZero());
    }

    @Test
    void names_that_braze_would_cut_are_refused_since_two_could_become_one() {
        // when
        Sent sent = TrackRequest.of(
                        List.of(attributesOf("ana", "p".repeat(256), 1), attributesOf("bob", "ü".repeat(240), 1)))
                .sent();
        // then
        assertThat(sent.refused()).containsOnlyKeys(0, 1);
    }

    @Test
    void an_object_over_100_kb_fails_alone() throws IOException {
        // given
        AnswerValue tooMany = new AnswerValue.Choices(
                IntStream.range(0, 600).mapToObj(i -> i + "x".repeat(240)).toList());
        // when
        TrackRequest request =
                TrackRequest.of(List.of(attributesOf("ana", "all", tooMany), attributesOf("bob", "n", 1)));
        // then
        assertThat(request.sent().refused()).containsOnlyKeys(0);
        assertThat(JSON.readTree(request.body()).at("/attributes")).hasSize(1);
    }

    @Property(tries = 300)
    void the_stated_size_is_never_too_small_and_what_was_given_is_what_is_read_back(
            @ForAll("objects") List<TrackObject> objects) throws IOException {
        // when
        TrackRequest request = TrackRequest.of(objects);
        // then
        int stated = objects.stream().mapToInt(TrackRequest::sizeOf).sum();
        assertThat(request.body()).hasSizeLessThanOrEqualTo(stated + TrackRequest.ENVELOPE_BYTES);
        JsonNode sent = JSON.readTree(request.body());
        assertThat(sent.path("attributes")).hasSameSizeAs(request.sent().attributes());
        assertThat(sent.path("events")).hasSameSizeAs(request.sent().events());
    }

    @Provide
    Arbitrary<List<TrackObject>> objects() {
        Arbitrary<String> texts = Arbitraries.strings().ofMaxLength(600);
        Arbitrary<String> ids =
                Arbitraries.strings().ofMinLength(1).ofMaxLength(100).filter(Limits::isId);
        Arbitrary<AnswerValue> values = Arbitraries.oneOf(
                texts.map(AnswerValue.Text::new),
                texts.list().ofMaxSize(4).map(AnswerValue.Choices::new),
                Arbitraries.bigDecimals()
                        .between(new BigDecimal("-1e18"), new BigDecimal("1e18"))
                        .ofScale(20)
                        .map(AnswerValue.Number::new),
                Arbitraries.of(true, false).map(AnswerValue.Bool::new),
                Arbitraries.of(AnswerType.values()).map(AnswerValue.TakenBack::new));
        Arbitrary<TrackObject> attributes = Combinators.combine(
                        ids, Arbitraries.maps(texts, values).ofMinSize(1).ofMaxSize(5))
                .as((id, all) -> new TrackObject.Attributes(new Respondent.Braze(id), all));
        Arbitrary<TrackObject> events = Combinators.combine(ids, values, texts.optional(0.5))
                .as((id, value, label) -> eventOf(id, value, Optional.of("csat"), Optional.of("nps"), label));
        return Arbitraries.oneOf(attributes, events).list().ofMinSize(1).ofMaxSize(6);
    }

    private static String body(TrackObject... objects) {
        return new String(TrackRequest.of(List.of(objects)).body(), StandardCharsets.UTF_8);
    }

    private static JsonNode tree(TrackObject... objects) throws IOException {
        return JSON.readTree(TrackRequest.of(List.of(objects)).body());
    }

    private static JsonNode properties(TrackObject event) throws IOException {
        return tree(event).at("/events/0/properties");
    }
}
