package com.iterate.survey.results;

import static com.iterate.survey.respond.APublishedSurvey.aPublishedSurvey;
import static org.assertj.core.api.Assertions.assertThat;

import com.iterate.survey.results.Results.QuestionResult;
import com.iterate.survey.results.Results.Share;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReportingTest {

    @Test
    void nps_is_promoters_less_detractors_in_percent() {
        // when
        Results results = report(
                new Tally.Count("score", "0", 1, Optional.empty()),
                new Tally.Count("score", "7", 1, Optional.empty()),
                new Tally.Count("score", "9", 2, Optional.empty()));
        // then
        assertThat(results.questions().get(0).nps()).contains(new Results.Nps(new BigDecimal("25.0"), 2, 1, 1));
    }

    @Test
    void a_question_that_nobody_has_answered_has_no_score() {
        // when
        QuestionResult score = report().questions().get(0);
        // then
        assertThat(score.nps()).isEmpty();
        assertThat(score.average()).isEmpty();
        assertThat(score.answers()).isZero();
    }

    @Test
    void a_distribution_names_options_that_nobody_chose() {
        // when
        QuestionResult score = report(new Tally.Count("score", "9", 2, Optional.empty()))
                .questions()
                .get(0);
        // then
        assertThat(score.distribution().orElseThrow())
                .hasSize(11)
                .contains(new Share("0", "0", 0, Optional.empty()), new Share("9", "9", 2, Optional.empty()));
    }

    @Test
    void answers_to_a_question_that_an_edit_took_away_are_still_counted() {
        // given
        Tally.Numbers gone = new Tally.Numbers(
                "gone",
                "How was it?",
                "csat",
                4,
                Optional.of(new BigDecimal("3.3333333")),
                Optional.empty(),
                Optional.empty());
        // when
        Results results = new SurveyReport(aPublishedSurvey().build(), List.of(gone), List.of())
                .results(new ResultsQueries.Totals(4, 0), List.of());
        // then
        assertThat(results.questions())
                .filteredOn(QuestionResult::removed)
                .singleElement()
                .satisfies(question -> {
                    assertThat(question.prompt()).isEqualTo("How was it?");
                    assertThat(question.average()).contains(new BigDecimal("3.33"));
                });
    }

    @Test
    void zero_and_false_are_written_and_only_nothing_is_empty() throws IOException {
        assertThat(line(BigDecimal.ZERO, false, null, new BigDecimal("-5.50"), List.of("a", "b")))
                .isEqualTo("0,\"false\",,-5.5,\"a; b\"");
    }

    @Test
    void a_text_that_a_spreadsheet_would_run_is_defused() throws IOException {
        assertThat(line("=HYPERLINK(\"http://evil\")", "+1", "-1", "@x", "a=b"))
                .isEqualTo("\"'=HYPERLINK(\"\"http://evil\"\")\",\"'+1\",\"'-1\",\"'@x\",\"a=b\"");
    }

    private static Results report(Tally.Count... counts) {
        return new SurveyReport(aPublishedSurvey().build(), List.of(), List.of(counts))
                .results(new ResultsQueries.Totals(0, 0), List.of());
    }

    private static String line(Object... cells) throws IOException {
        StringWriter out = new StringWriter();
        CsvLine line = new CsvLine(out);
        for (Object cell : Arrays.asList(cells)) {
            line.cell(cell);
        }
        return out.toString();
    }
}
