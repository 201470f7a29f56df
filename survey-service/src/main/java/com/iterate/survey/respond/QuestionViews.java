package com.iterate.survey.respond;

import com.iterate.survey.questions.ChoiceQuestion;
import com.iterate.survey.questions.Consent;
import com.iterate.survey.questions.DateInput;
import com.iterate.survey.questions.Email;
import com.iterate.survey.questions.EndLabels;
import com.iterate.survey.questions.Form;
import com.iterate.survey.questions.LongText;
import com.iterate.survey.questions.MultipleChoice;
import com.iterate.survey.questions.NumberInput;
import com.iterate.survey.questions.Phone;
import com.iterate.survey.questions.PointsQuestion;
import com.iterate.survey.questions.Question;
import com.iterate.survey.questions.Ranking;
import com.iterate.survey.questions.Rating;
import com.iterate.survey.questions.Scale;
import com.iterate.survey.questions.SingleChoice;
import com.iterate.survey.questions.Statement;
import com.iterate.survey.questions.TextQuestion;
import com.iterate.survey.questions.Url;
import com.iterate.survey.questions.YesNo;
import com.iterate.survey.respond.QuestionView.Field;
import com.iterate.survey.respond.QuestionView.Option;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** Each kind of question in its shape, with what was typed so far: a page that refuses an answer keeps it. */
final class QuestionViews {

    /** Up to so many points a scale is a row of buttons, which needs no typing. */
    private static final BigDecimal MOST_BUTTONS = BigDecimal.valueOf(11);

    /** Sixteen characters hold the longest number that an answer may be, with sign and point. */
    private static final int NUMBER_LENGTH = 18;

    private final Question question;
    private final Form typed;

    private QuestionViews(Question question, Form typed) {
        this.question = question;
        this.typed = typed;
    }

    static QuestionView of(Question question, Form typed) {
        return new QuestionViews(question, typed).view();
    }

    private QuestionView view() {
        if (question instanceof PointsQuestion points) {
            List<String> values = points.points().stream().map(String::valueOf).toList();
            return points(look(points), values, points.labels());
        }
        if (question instanceof Scale scale) {
            return scale(scale);
        }
        if (question instanceof YesNo) {
            return choose("choice", List.of(option("yes", "Yes"), option("no", "No")));
        }
        if (question instanceof Consent consent) {
            return choose("consent", List.of(option("yes", consent.statement())));
        }
        if (question instanceof ChoiceQuestion choice) {
            return choice(choice);
        }
        if (question instanceof DateInput) {
            return type(
                    "date",
                    List.of(number(".day", "Day", 2), number(".month", "Month", 2), number(".year", "Year", 4)));
        }
        if (question instanceof NumberInput number) {
            Field field = Field.text(question.id(), "", typed.text(question.id()), NUMBER_LENGTH);
            return type("line", List.of(field.as("text", number.decimals() == 0 ? "numeric" : "decimal", "off")));
        }
        if (question instanceof TextQuestion text) {
            return type(text instanceof LongText ? "lines" : "line", List.of(field(text)));
        }
        if (question instanceof Statement) {
            return type("statement", List.of());
        }
        throw new IllegalStateException("no page for questions of the type " + question.wireName());
    }

    private static String look(PointsQuestion points) {
        return points instanceof Rating rating ? rating.look().name().toLowerCase(Locale.ROOT) : "number";
    }

    private QuestionView scale(Scale scale) {
        BigDecimal steps = scale.max().subtract(scale.min()).divideToIntegralValue(scale.step());
        if (steps.compareTo(MOST_BUTTONS) < 0) {
            List<String> values = IntStream.rangeClosed(0, steps.intValue())
                    .mapToObj(step -> scale.min().add(scale.step().multiply(BigDecimal.valueOf(step))))
                    .map(BigDecimal::toPlainString)
                    .toList();
            return points("number", values, scale.labels());
        }
        // Not a slider: one cannot be left untouched, so every page passed by would become an answer.
        String range = "From " + scale.min().toPlainString()
                + scale.labels().map(ends -> " (" + ends.low() + ")").orElse("") + " to "
                + scale.max().toPlainString()
                + scale.labels().map(ends -> " (" + ends.high() + ")").orElse("");
        return type(
                "line",
                List.of(Field.text(question.id(), range, typed.text(question.id()), NUMBER_LENGTH)
                        .as("text", "decimal", "off")));
    }

    private QuestionView choice(ChoiceQuestion choice) {
        if (choice instanceof Ranking ranking) {
            List<String> places = IntStream.rangeClosed(1, ranking.choices().size())
                    .mapToObj(String::valueOf)
                    .toList();
            return type(
                    "ranking",
                    ranking.choices().stream()
                            .map(option -> {
                                String name = question.id() + "." + option.id();
                                return Field.text(name, option.label(), typed.text(name), 2)
                                        .outOf(places);
                            })
                            .toList());
        }
        List<Option> options = new ArrayList<>();
        choice.choices().forEach(option -> options.add(option(option.id(), option.label())));
        other(choice).ifPresent(label -> options.add(other(label)));
        return choose(choice instanceof MultipleChoice ? "choices" : "choice", options);
    }

    private static Optional<String> other(ChoiceQuestion choice) {
        if (choice instanceof SingleChoice single) {
            return single.other();
        }
        return choice instanceof MultipleChoice multiple ? multiple.other() : Optional.empty();
    }

    private Option other(String label) {
        String name = question.id() + ".other";
        Field words = Field.text(name, "In your own words", typed.text(name), 255);
        return new Option("other", label, "", typed.all(question.id()).contains("other"), List.of(words));
    }

    private Field field(TextQuestion text) {
        Field field = Field.text(text.id(), "", typed.text(text.id()), text.maxLength());
        if (text instanceof Email) {
            return field.as("email", "email", "email");
        }
        if (text instanceof Phone) {
            return field.as("tel", "tel", "tel");
        }
        return text instanceof Url ? field.as("text", "url", "url") : field;
    }

    private Field number(String part, String label, int length) {
        String name = question.id() + part;
        return Field.text(name, label, typed.text(name), length).as("text", "numeric", "off");
    }

    private Option option(String value, String label) {
        return option(value, label, "");
    }

    private Option option(String value, String label, String icon) {
        return new Option(value, label, icon, typed.all(question.id()).contains(value), List.of());
    }

    private QuestionView points(String look, List<String> values, Optional<EndLabels> ends) {
        List<Option> options = IntStream.range(0, values.size())
                .mapToObj(at -> option(values.get(at), values.get(at), icon(look, at, values.size())))
                .toList();
        return view("points", look, options, List.of(), ends);
    }

    private static String icon(String look, int at, int size) {
        return switch (look) {
            case "star" -> "★";
            // The mouth of a drawn face, for fonts draw faces each in their own way, or not at all.
            case "smiley" -> at < (size - 1) / 2 ? "M8 16.5q4-4 8 0" : at > size / 2 ? "M8 14.5q4 4 8 0" : "M8 15.5h8";
            default -> "";
        };
    }

    private QuestionView choose(String kind, List<Option> options) {
        return view(kind, "", options, List.of(), Optional.empty());
    }

    private QuestionView type(String kind, List<Field> fields) {
        return view(kind, "", List.of(), fields, Optional.empty());
    }

    private QuestionView view(
            String kind, String look, List<Option> options, List<Field> fields, Optional<EndLabels> ends) {
        return new QuestionView(
                question.id(),
                kind,
                look,
                question.prompt(),
                question.help().orElse(""),
                question.required(),
                options,
                fields,
                ends.map(EndLabels::low).orElse(""),
                ends.map(EndLabels::high).orElse(""));
    }
}
