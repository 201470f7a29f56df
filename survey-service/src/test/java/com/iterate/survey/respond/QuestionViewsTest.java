package com.iterate.survey.respond;

import static org.assertj.core.api.Assertions.assertThat;

import com.iterate.survey.questions.Choice;
import com.iterate.survey.questions.Form;
import com.iterate.survey.questions.MultipleChoice;
import com.iterate.survey.questions.Nps;
import com.iterate.survey.questions.Question;
import com.iterate.survey.questions.Ranking;
import com.iterate.survey.questions.Scale;
import com.iterate.survey.respond.QuestionView.Option;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QuestionViewsTest {

    private static final List<Choice> COLOURS =
            List.of(new Choice("r", "Red", Optional.empty()), new Choice("g", "Green", Optional.empty()));

    @Test
    void a_chosen_zero_is_shown_as_chosen() {
        // given
        Question nps = new Nps("q", "How likely?", Optional.empty(), true, Optional.empty());
        // when
        QuestionView view = QuestionViews.of(nps, form("q", "0"));
        // then
        assertThat(view.options())
                .filteredOn(Option::chosen)
                .extracting(Option::value)
                .containsExactly("0");
    }

    @Test
    void own_words_are_kept_beside_their_option() {
        // given
        Question colours = new MultipleChoice(
                "q",
                "Which?",
                Optional.empty(),
                true,
                COLOURS,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("Another"));
        // when
        QuestionView view =
                QuestionViews.of(colours, new Form(Map.of("q", List.of("g", "other"), "q.other", List.of("teal"))));
        // then
        assertThat(view.options()).extracting(Option::chosen).containsExactly(false, true, true);
        assertThat(view.options().get(2).words().get(0).value()).isEqualTo("teal");
    }

    @Test
    void a_ranking_offers_as_many_places_as_options() {
        // when
        QuestionView view =
                QuestionViews.of(new Ranking("q", "Order?", Optional.empty(), true, COLOURS, true), form("q.g", "1"));
        // then
        assertThat(view.fields()).extracting(QuestionView.Field::value).containsExactly("", "1");
        assertThat(view.fields().get(0).places()).containsExactly("1", "2");
    }

    @Test
    void a_short_scale_is_a_row_of_buttons_and_a_long_one_is_typed() {
        assertThat(QuestionViews.of(scale("5", "0.5"), form("q", "")).options())
                .extracting(Option::value)
                .contains("0.0", "0.5", "5.0")
                .hasSize(11);
        assertThat(QuestionViews.of(scale("100", "1"), form("q", "62")).fields())
                .extracting(QuestionView.Field::value)
                .containsExactly("62");
    }

    private static Scale scale(String max, String step) {
        return new Scale(
                "q",
                "How far?",
                Optional.empty(),
                true,
                BigDecimal.ZERO,
                new BigDecimal(max),
                new BigDecimal(step),
                Optional.empty());
    }

    private static Form form(String name, String value) {
        return new Form(Map.of(name, List.of(value)));
    }
}
