package com.iterate.survey.results;

import com.iterate.survey.catalog.PublishedSurvey;
import com.iterate.survey.questions.Choice;
import com.iterate.survey.questions.ChoiceQuestion;
import com.iterate.survey.questions.Consent;
import com.iterate.survey.questions.Nps;
import com.iterate.survey.questions.PointsQuestion;
import com.iterate.survey.questions.Question;
import com.iterate.survey.questions.Ranking;
import com.iterate.survey.questions.YesNo;
import com.iterate.survey.results.Results.QuestionResult;
import com.iterate.survey.results.Results.Share;
import com.iterate.survey.results.Results.Warning;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts what the database counted beside the questions of the survey. */
final class SurveyReport {

    private final PublishedSurvey survey;
    private final List<Tally.Numbers> numbers;
    private final List<Tally.Count> counts;

    SurveyReport(PublishedSurvey survey, List<Tally.Numbers> numbers, List<Tally.Count> counts) {
        this.survey = survey;
        this.numbers = numbers;
        this.counts = counts;
    }

    /** Questions with a known set of answers. */
    static List<String> countable(PublishedSurvey survey) {
        return survey.questions().stream()
                .filter(question -> !options(question).isEmpty())
                .map(Question::id)
                .toList();
    }

    Results results(ResultsQueries.Totals totals, List<Warning> warnings) {
        List<QuestionResult> questions = new ArrayList<>();
        for (Question question : survey.questions()) {
            if (question.answerType().isPresent()) {
                questions.add(asked(question));
            }
        }
        numbers.stream()
                .filter(tally -> survey.question(tally.questionId()).isEmpty())
                .forEach(tally -> questions.add(removed(tally)));
        return new Results(
                survey.id(),
                survey.title(),
                survey.version(),
                totals.started(),
                totals.completed(),
                questions,
                warnings);
    }

    private QuestionResult asked(Question question) {
        Optional<Tally.Numbers> tally = numbers.stream()
                .filter(row -> row.questionId().equals(question.id()))
                .findFirst();
        List<Share> shares = shares(question);
        return new QuestionResult(
                question.id(),
                question.prompt(),
                question.wireName(),
                false,
                tally.map(Tally.Numbers::answers).orElse(0L),
                tally.flatMap(Tally.Numbers::average).map(SurveyReport::rounded),
                tally.flatMap(Tally.Numbers::lowest),
                tally.flatMap(Tally.Numbers::highest),
                question instanceof Nps ? NpsScore.of(shares) : Optional.empty(),
                shares.isEmpty() ? Optional.empty() : Optional.of(shares));
    }

    private static QuestionResult removed(Tally.Numbers tally) {
        return new QuestionResult(
                tally.questionId(),
                tally.prompt(),
                tally.type(),
                true,
                tally.answers(),
                tally.average().map(SurveyReport::rounded),
                tally.lowest(),
                tally.highest(),
                Optional.empty(),
                Optional.empty());
    }

    /** Every option, also one that nobody chose; then what was said in own words, most frequent first. */
    private List<Share> shares(Question question) {
        Map<String, String> options = options(question);
        Map<String, Tally.Count> counted = new LinkedHashMap<>();
        counts.stream()
                .filter(count -> count.questionId().equals(question.id()))
                .forEach(count -> counted.put(count.value(), count));
        List<Share> shares = new ArrayList<>();
        options.forEach((value, label) -> {
            Optional<Tally.Count> count = Optional.ofNullable(counted.remove(value));
            shares.add(new Share(
                    value,
                    label,
                    count.map(Tally.Count::times).orElse(0L),
                    question instanceof Ranking
                            ? count.flatMap(Tally.Count::averagePlace).map(SurveyReport::rounded)
                            : Optional.empty()));
        });
        if (!options.isEmpty()) {
            counted.values()
                    .forEach(count ->
                            shares.add(new Share(count.value(), count.value(), count.times(), Optional.empty())));
        }
        return shares;
    }

    /** Value as stored, to label. */
    private static Map<String, String> options(Question question) {
        Map<String, String> options = new LinkedHashMap<>();
        if (question instanceof PointsQuestion points) {
            points.points().forEach(point -> options.put(point.toString(), point.toString()));
        } else if (question instanceof ChoiceQuestion choice) {
            for (Choice option : choice.choices()) {
                options.put(option.sent(), option.label());
            }
        } else if (question instanceof YesNo) {
            options.put("true", "Yes");
            options.put("false", "No");
        } else if (question instanceof Consent) {
            options.put("true", "Agreed");
            options.put("false", "Not agreed");
        }
        return options;
    }

    private static BigDecimal rounded(BigDecimal number) {
        return number.setScale(2, RoundingMode.HALF_UP).stripTrailingZeros();
    }
}
