package com.iterate.survey.questions;

import static com.iterate.survey.questions.Answering.form;
import static com.iterate.survey.questions.Answering.json;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.UniqueElements;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChoiceQuestionsTest {

    @Example
    void braze_gets_the_value_and_the_label_stays_for_people() {
        json(AQuestion.singleChoice(), "\"g\"").reads("Green").isText("green-value");
        form(AQuestion.singleChoice(), "q=r").reads("Red").isText("Red");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"purple\"", "\"Red\"", "1", "true", "[\"r\"]", "{\"other\":\"x\"}", "{\"id\":\"r\"}"})
    void an_unknown_option_is_refused(String given) {
        json(AQuestion.singleChoice(), given).isRefusedWith("Choose one of the options");
    }

    @Example
    void nothing_chosen_is_no_answer() {
        form(AQuestion.singleChoice()).isNoAnswer();
        form(AQuestion.multipleChoice()).isNoAnswer();
        json(AQuestion.multipleChoice(), "[]").isNoAnswer();
        json(AQuestion.ranking(), "[]").isNoAnswer();
        form(AQuestion.ranking(), "q.r=", "q.g=").isNoAnswer();
    }

    @Example
    void other_takes_the_respondents_own_words() {
        json(AQuestion.singleChoiceWithOther(), "{\"other\":\" teal \"}")
                .reads("teal")
                .isText("teal");
        form(AQuestion.singleChoiceWithOther(), "q=other", "q.other=teal").isText("teal");
        form(AQuestion.singleChoiceWithOther(), "q=other").isRefusedWith("Say what you mean by the last option");
        form(AQuestion.singleChoiceWithOther(), "q=other", "q.other=" + "x".repeat(256))
                .isRefusedWith("Enter 255 characters or fewer for the last option");
        form(AQuestion.singleChoiceWithOther(), "q=r", "q.other=left over").isText("Red");
    }

    @Property
    void the_order_of_clicks_does_not_matter(
            @ForAll @UniqueElements @Size(min = 1, max = 3) List<@IntRange(min = 0, max = 2) Integer> chosen) {
        List<String> ids = List.of("r", "g", "b");
        List<String> sent = List.of("Red", "green-value", "Blue");
        String[] expected = chosen.stream().sorted().map(sent::get).toArray(String[]::new);
        String clicks = String.join(
                ",", chosen.stream().map(i -> "\"" + ids.get(i) + "\"").toList());
        json(AQuestion.multipleChoice(), "[" + clicks + "]").isChoices(expected);
        form(
                        AQuestion.multipleChoice(),
                        chosen.stream().map(i -> "q=" + ids.get(i)).toArray(String[]::new))
                .isChoices(expected);
    }

    @Example
    void too_few_and_too_many_are_told_how_many() {
        json(AQuestion.multipleChoice(2, 2), "[\"r\"]").isRefusedWith("Choose 2 options");
        json(AQuestion.multipleChoice(1, 2), "[\"r\",\"g\",\"b\"]").isRefusedWith("Choose 1 to 2 options");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"r\"", "[\"r\",\"r\"]", "[\"purple\"]", "[1]", "[null]", "[{\"other\":\"x\"}]", "{}"})
    void a_list_with_anything_else_than_options_is_refused(String given) {
        json(AQuestion.multipleChoice(), given).isRefusedWith("Choose from the options");
    }

    @Example
    void an_exclusive_option_stands_alone() {
        json(AQuestion.multipleChoiceWithNoneAndOther(), "[\"none\"]").isChoices("None of these");
        json(AQuestion.multipleChoiceWithNoneAndOther(), "[\"none\",\"r\"]")
                .isRefusedWith("Choose either \"None of these\" or other options");
        form(AQuestion.multipleChoiceWithNoneAndOther(), "q=none", "q=other", "q.other=teal")
                .isRefused();
    }

    @Example
    void own_words_come_after_the_options() {
        json(AQuestion.multipleChoiceWithNoneAndOther(), "[{\"other\":\"teal\"},\"g\"]")
                .reads("Green, teal")
                .isChoices("Green", "teal");
        form(AQuestion.multipleChoiceWithNoneAndOther(), "q=other", "q=g", "q.other=teal")
                .isChoices("Green", "teal");
        json(AQuestion.multipleChoiceWithNoneAndOther(), "[{\"other\":\"a\"},{\"other\":\"b\"}]")
                .isRefused();
    }

    @Property
    void a_ranking_keeps_its_order(@ForAll Random random) {
        List<String> order = new ArrayList<>(List.of("r", "g", "b"));
        Collections.shuffle(order, random);
        String[] expected = order.stream()
                .map(id -> AQuestion.ranking().choice(id).orElseThrow().sent())
                .toArray(String[]::new);
        json(AQuestion.rankingOfAll(), "[\"" + String.join("\",\"", order) + "\"]")
                .isChoices(expected);
        String[] places = Stream.of("r", "g", "b")
                .map(id -> "q." + id + "=" + (order.indexOf(id) + 1))
                .toArray(String[]::new);
        form(AQuestion.rankingOfAll(), places).isChoices(expected);
    }

    @Example
    void a_few_places_are_a_ranking_unless_all_are_wanted() {
        form(AQuestion.ranking(), "q.b=1").isChoices("Blue");
        form(AQuestion.rankingOfAll(), "q.b=1").isRefusedWith("Put all the options in order");
    }

    @Example
    void a_place_is_given_once_and_exists() {
        form(AQuestion.ranking(), "q.r=1", "q.g=1")
                .isRefusedWith("Give each option a place of its own; 1 is there twice");
        form(AQuestion.ranking(), "q.r=4").isRefusedWith("Give places from 1 to 3");
        form(AQuestion.ranking(), "q.r=0").isRefusedWith("Give places from 1 to 3");
        json(AQuestion.ranking(), "[\"r\",\"r\"]").isRefused();
        json(AQuestion.ranking(), "[\"r\",\"purple\"]").isRefused();
        json(AQuestion.ranking(), "[1]").isRefused();
    }

    @Example
    void options_that_cannot_be_told_apart_are_refused() {
        List<Choice> twins =
                Arrays.asList(new Choice("a", "Red", Optional.empty()), new Choice("b", "Rouge", Optional.of("Red")));
        assertThatThrownBy(() -> new SingleChoice("q", "Which?", Optional.empty(), false, twins, Optional.empty()))
                .isInstanceOf(InvalidQuestion.class)
                .hasMessage("two options would send 'Red'");
    }
}
