package com.iterate.sandbox.braze;

import static com.iterate.sandbox.braze.Objects.attributes;
import static com.iterate.sandbox.braze.Objects.event;
import static com.iterate.sandbox.braze.Objects.events;
import static com.iterate.sandbox.braze.Objects.of;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrackerTest {

    private final Tracker tracker = new Tracker(Clock.systemUTC());
    private final Workspace workspace = new Workspace("acme", Set.of("users.track"), Workspace.Population.EVERYBODY);

    @Test
    void counts_stand_only_for_arrays_that_were_sent() {
        // when
        JsonObject answer = track(attributes(of("ana").put("score", 0)));
        // then
        assertThat(answer).isEqualTo(new JsonObject().put("message", "success").put("attributes_processed", 1));
    }

    @Test
    void a_bad_object_is_named_by_array_and_index_and_the_others_go_on() {
        // when
        JsonObject answer = track(new JsonObject()
                .put("attributes", Objects.array(of("ana").put("score", 1), new JsonObject().put("score", 2)))
                .put("events", Objects.array(event("ana"), event("ana").putNull("name"))));
        // then
        assertThat(answer.getString("message")).isEqualTo("success");
        assertThat(answer.getInteger("attributes_processed")).isEqualTo(1);
        assertThat(answer.getInteger("events_processed")).isEqualTo(1);
        assertThat(answer.getJsonArray("errors").getJsonObject(0).getString("type"))
                .isEqualTo("'external_id', 'braze_id', 'user_alias', 'email' or 'phone' is required");
        assertThat(answer.getJsonArray("errors").getJsonObject(1))
                .isEqualTo(new JsonObject()
                        .put("type", "'name' is required")
                        .put("input_array", "events")
                        .put("index", 1));
        assertThat(value("ana", "score")).isEqualTo(1);
    }

    @Test
    void when_every_object_is_bad_or_there_is_none_valid_data_must_be_provided() {
        // given
        TrackBody bad = body(attributes(new JsonObject().put("score", 1)));
        TrackBody empty = body(new JsonObject().put("attributes", new JsonArray()));
        // when
        Reply allBad = tracker.judge(bad, object -> "").reply();
        Reply none = tracker.judge(empty, object -> "").reply();
        // then
        assertThat(allBad.status()).isEqualTo(400);
        assertThat(allBad.body()).contains("Valid data must be provided").contains("\"index\":0");
        assertThat(none.status()).isEqualTo(400);
        assertThat(none.body()).contains("Valid data must be provided").doesNotContain("errors");
    }

    @Test
    void two_identifiers_in_one_object_are_refused() {
        assertThat(track(attributes(
                                of("ana").put("external_id", "a-1"), of("ben").put("score", 1)))
                        .getJsonArray("errors"))
                .hasSize(1);
    }

    @Test
    void the_first_value_fixes_the_type_and_later_others_are_silently_ignored() {
        // given
        track(attributes(of("ana").put("score", 7)));
        // when
        JsonObject answer =
                track(attributes(of("ana").put("score", "ten"), of("ben").put("score", "8")));
        // then
        assertThat(answer.containsKey("errors")).isFalse();
        assertThat(value("ana", "score")).isEqualTo(7);
        assertThat(workspace.find("ben").orElseThrow().getJsonObject("attributes"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"12/1/2021,hello,12/1/2021", "2026-11-23,hello,2026-11-23", "hello,12/1/2021,12/1/2021"})
    void a_first_text_that_looks_like_a_date_makes_the_attribute_a_time(String first, String then, String kept) {
        // when
        track(attributes(of("ana").put("why", first)));
        track(attributes(of("ana").put("why", then)));
        // then
        assertThat(value("ana", "why")).isEqualTo(kept);
    }

    @Test
    void null_unsets_and_an_empty_text_stays() {
        // given
        track(attributes(of("ana").put("why", "slow").put("more", "")));
        // when
        track(attributes(of("ana").putNull("why")));
        // then
        JsonObject kept = workspace.find("ana").orElseThrow().getJsonObject("attributes");
        assertThat(kept).isEqualTo(new JsonObject().put("more", ""));
    }

    @Test
    void text_is_cut_at_255_characters_and_479_bytes_on_a_code_point() {
        // when
        track(attributes(of("ana")
                .put("ascii", "a".repeat(300))
                .put("wide", "漢".repeat(300))
                .put("emoji", "😀".repeat(300))));
        // then
        assertThat(value("ana", "ascii")).isEqualTo("a".repeat(255));
        assertThat(value("ana", "wide")).isEqualTo("漢".repeat(159));
        assertThat(value("ana", "emoji")).isEqualTo("😀".repeat(119));
    }

    @Test
    void an_array_replaces_loses_repeats_and_keeps_the_newest_five_hundred() {
        // given
        JsonArray many = new JsonArray();
        for (int n = 0; n < 510; n++) {
            many.add("item " + n);
        }
        // when
        track(attributes(of("ana")
                .put("picked", many)
                .put("twice", new JsonArray().add("a").add("a"))));
        track(attributes(of("ana").put("twice", new JsonObject().put("add", new JsonArray().add("b")))));
        // then
        assertThat((JsonArray) value("ana", "picked"))
                .hasSize(500)
                .doesNotContain("item 9")
                .contains("item 10");
        assertThat(value("ana", "twice")).isEqualTo(new JsonArray().add("a").add("b"));
    }

    @Test
    void update_only_makes_no_profile_and_is_still_a_success() {
        // given
        JsonObject unknown = new JsonObject()
                .put("external_id", "nobody")
                .put("_update_existing_only", true)
                .put("score", 1);
        // when
        JsonObject updated = track(attributes(unknown));
        JsonObject made =
                track(attributes(unknown.copy().put("external_id", "new").put("_update_existing_only", false)));
        // then
        assertThat(updated.getInteger("attributes_processed")).isEqualTo(1);
        assertThat(made.getInteger("attributes_processed")).isEqualTo(1);
        assertThat(workspace.find("nobody")).isEmpty();
        assertThat(workspace.find("new")).isPresent();
    }

    @Test
    void a_workspace_of_known_people_ignores_a_braze_id_that_nobody_has() {
        // given
        Workspace strict = new Workspace("strict", Set.of("users.track"), Workspace.Population.THE_KNOWN);
        strict.add(Identity.brazeId("ana"), Clock.systemUTC().instant());
        TrackBody both =
                body(attributes(of("ana").put("score", 1), of("stranger").put("score", 1)));
        // when
        tracker.apply(both, strict, tracker.judge(both, object -> ""));
        // then
        assertThat(strict.find("ana")).isPresent();
        assertThat(strict.find("stranger")).isEmpty();
    }

    @Test
    void reserved_fields_are_checked() {
        // when
        JsonObject answer = track(attributes(
                of("ana").put("email", "not an address"),
                of("ben").put("email_subscribe", "maybe"),
                of("cem").put("external", 1)));
        // then
        assertThat(answer.getJsonArray("errors").stream()
                        .map(JsonObject.class::cast)
                        .map(error -> error.getString("type")))
                .containsExactly(
                        "The value provided for the 'email' field is not a valid email.",
                        "BAD_EMAIL_SUBSCRIPTION_STATE");
    }

    @Test
    void an_identifier_of_988_bytes_is_too_long() {
        assertThat(track(attributes(of("x".repeat(988)), of("x".repeat(987)).put("score", 1)))
                        .getJsonArray("errors")
                        .getJsonObject(0)
                        .getString("type"))
                .isEqualTo("'braze_id' must be fewer than 988 bytes");
    }

    @Test
    void an_event_needs_a_time_and_is_kept_with_its_properties() {
        // when
        JsonObject answer = track(events(
                event("ana").put("properties", new JsonObject().put("response", "9")),
                event("ana").put("time", "soon")));
        // then
        assertThat(answer.getJsonArray("errors")).hasSize(1);
        assertThat(workspace
                        .find("ana")
                        .orElseThrow()
                        .getJsonArray("events")
                        .getJsonObject(0)
                        .getJsonObject("properties"))
                .isEqualTo(new JsonObject().put("response", "9"));
    }

    private JsonObject track(JsonObject json) {
        TrackBody body = body(json);
        Verdict verdict = tracker.judge(body, object -> "");
        tracker.apply(body, workspace, verdict);
        return new JsonObject(verdict.reply().body());
    }

    private static TrackBody body(JsonObject json) {
        return TrackBody.read(json.encode()).orElseThrow();
    }

    private Object value(String brazeId, String attribute) {
        return workspace.find(brazeId).orElseThrow().getJsonObject("attributes").getValue(attribute);
    }
}
