package com.iterate.survey.braze;

import static org.assertj.core.api.Assertions.assertThat;

import com.iterate.contracts.Delivery;
import com.iterate.survey.questions.AQuestion;
import com.iterate.survey.questions.Question;
import com.iterate.survey.questions.Violation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttributeNamesTest {

    private static final Question NPS = AQuestion.nps("q1", " Do you enjoy our products? ");
    private static final Question WHY = AQuestion.longText("q2", "Why?");

    private static final BrazeSettings ON = new BrazeSettings(true, Map.of(), Set.of(), true, false, false);

    @Test
    void a_question_is_named_after_its_prompt_unless_somebody_chose_a_name() {
        assertThat(ON.attributeName(NPS)).contains("Do you enjoy our products?");
        assertThat(named("q1", " enjoys ").attributeName(NPS)).contains("enjoys");
        assertThat(named("q1", "enjoys").chosenName(NPS)).contains("enjoys");
        assertThat(ON.chosenName(NPS)).isEmpty();
    }

    @Test
    void a_long_text_becomes_an_attribute_only_under_a_chosen_name() {
        assertThat(ON.attributeName(WHY)).isEmpty();
        assertThat(named("q2", "why").attributeName(WHY)).contains("why");
    }

    @Test
    void an_answer_goes_where_the_settings_say() {
        assertThat(BrazeSettings.OFF.deliver(NPS)).isEmpty();
        assertThat(ON.deliver(NPS)).containsExactly(Delivery.BRAZE_ATTRIBUTES);
        BrazeSettings both = new BrazeSettings(true, Map.of(), Set.of(), true, true, false);
        assertThat(both.deliver(NPS)).containsExactlyInAnyOrder(Delivery.BRAZE_ATTRIBUTES, Delivery.BRAZE_EVENTS);
        assertThat(both.deliver(WHY)).containsExactly(Delivery.BRAZE_EVENTS);
        BrazeSettings events = new BrazeSettings(true, Map.of(), Set.of(), false, true, false);
        assertThat(events.deliver(NPS)).containsExactly(Delivery.BRAZE_EVENTS);
        BrazeSettings excluded = new BrazeSettings(true, Map.of(), Set.of("q1"), true, true, false);
        assertThat(excluded.deliver(NPS)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "external_id",
                "braze_id",
                "user_alias",
                "alias_name",
                "alias_label",
                "email",
                "phone",
                "first_name",
                "last_name",
                "dob",
                "gender",
                "country",
                "home_city",
                "language",
                "time_zone",
                "current_location",
                "image_url",
                "facebook",
                "twitter",
                "bio",
                "email_subscribe",
                "push_subscribe",
                "subscription_groups",
                "email_open_tracking_disabled",
                "email_click_tracking_disabled",
                "marked_email_as_spam_at",
                "email_subscription_info",
                "date_of_first_session",
                "date_of_last_session",
                "push_tokens",
                "push_token_import",
                "_update_existing_only",
                "_merge_objects"
            })
    void a_field_of_the_profile_is_refused(String field) {
        assertThat(faults(NPS, named("q1", field))).singleElement().satisfies(fault -> assertThat(fault.message())
                .contains("'" + field + "' is a field of the Braze profile")
                .contains("choose another"));
    }

    @Test
    void a_profile_field_in_capitals_is_an_attribute_like_any_other() {
        assertThat(faults(NPS, named("q1", "First_Name"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"$name", "_name", "a\nb", "a\rb", "a\u2028b", "a\tb", "", "  "})
    void what_braze_drops_or_keeps_for_itself_is_refused(String name) {
        assertThat(faults(NPS, named("q1", name)))
                .singleElement()
                .extracting(Violation::questionId)
                .isEqualTo(Optional.of("q1"));
    }

    @Test
    void a_name_is_at_most_255_characters_and_479_bytes() {
        assertThat(faults(NPS, named("q1", "x".repeat(255)))).isEmpty();
        assertThat(faults(NPS, named("q1", "x".repeat(256)))).hasSize(1);
        assertThat(faults(NPS, named("q1", "€".repeat(159)))).isEmpty();
        assertThat(faults(NPS, named("q1", "€".repeat(160)))).hasSize(1);
        assertThat(faults(NPS, named("q1", "😀".repeat(120)))).hasSize(1);
    }

    @Test
    void a_long_prompt_is_refused_as_a_name_with_the_advice_to_choose_one() {
        assertThat(faults(AQuestion.nps("q1", "How likely " + "are you ".repeat(40)), ON))
                .singleElement()
                .satisfies(fault -> assertThat(fault.message()).endsWith("choose a short name."));
    }

    @Test
    void two_questions_of_one_name_are_refused_and_the_second_is_told_of_the_first() {
        List<Question> questions = List.of(AQuestion.nps("q1", "Happy?"), AQuestion.nps("q2", "Happy? "));

        assertThat(AttributeNames.faults(questions, ON)).singleElement().satisfies(fault -> {
            assertThat(fault.questionId()).contains("q2");
            assertThat(fault.message()).contains("'q1'");
        });
    }

    @Test
    void names_are_no_matter_while_nothing_is_sent_under_them() {
        Question reserved = AQuestion.shortText("q1", "email");

        assertThat(AttributeNames.faults(List.of(reserved), BrazeSettings.OFF)).isEmpty();
        assertThat(AttributeNames.faults(
                        List.of(reserved), new BrazeSettings(true, Map.of(), Set.of("q1"), true, true, false)))
                .isEmpty();
        assertThat(AttributeNames.faults(List.of(reserved), ON)).hasSize(1);
    }

    private static BrazeSettings named(String questionId, String name) {
        return new BrazeSettings(true, Map.of(questionId, name), Set.of(), true, false, false);
    }

    private static List<Violation> faults(Question question, BrazeSettings settings) {
        return AttributeNames.faults(List.of(question), settings);
    }
}
