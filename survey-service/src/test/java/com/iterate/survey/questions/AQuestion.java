package com.iterate.survey.questions;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Questions for tests, named {@code q} unless it matters. */
public final class AQuestion {

    private static final String ID = "q";

    private AQuestion() {}

    public static Nps nps(String id, String prompt) {
        return new Nps(id, prompt, Optional.empty(), false, Optional.empty());
    }

    static Nps nps() {
        return nps(ID, "How likely are you to recommend us?");
    }

    static Rating rating(int highest) {
        return new Rating(ID, "How was it?", Optional.empty(), false, highest, Rating.Look.STAR, Optional.empty());
    }

    static Scale scale(String min, String max, String step) {
        return new Scale(
                ID,
                "How far?",
                Optional.empty(),
                false,
                new BigDecimal(min),
                new BigDecimal(max),
                new BigDecimal(step),
                Optional.empty());
    }

    static NumberInput number(String min, String max, int decimals) {
        return new NumberInput(
                ID,
                "How many?",
                Optional.empty(),
                false,
                Optional.of(new BigDecimal(min)),
                Optional.of(new BigDecimal(max)),
                decimals);
    }

    static NumberInput anyNumber(int decimals) {
        return new NumberInput(ID, "How many?", Optional.empty(), false, Optional.empty(), Optional.empty(), decimals);
    }

    static YesNo yesNo() {
        return new YesNo(ID, "Did it arrive?", Optional.empty(), false);
    }

    static Consent optionalConsent() {
        return new Consent(ID, "May we write?", Optional.empty(), false, "Yes, write to me");
    }

    static Consent requiredConsent() {
        return new Consent(ID, "May we write?", Optional.empty(), true, "Yes, write to me");
    }

    static List<Choice> colours() {
        return List.of(
                new Choice("r", "Red", Optional.empty()),
                new Choice("g", "Green", Optional.of("green-value")),
                new Choice("b", "Blue", Optional.empty()));
    }

    static SingleChoice singleChoice() {
        return new SingleChoice(ID, "Which colour?", Optional.empty(), false, colours(), Optional.empty());
    }

    static SingleChoice singleChoiceWithOther() {
        return new SingleChoice(ID, "Which colour?", Optional.empty(), false, colours(), Optional.of("Another"));
    }

    static MultipleChoice multipleChoice() {
        return multipleChoice(1, 3);
    }

    static MultipleChoice multipleChoice(int fewest, int most) {
        return new MultipleChoice(
                ID,
                "Which colours?",
                Optional.empty(),
                false,
                colours(),
                Optional.of(fewest),
                Optional.of(most),
                Optional.empty(),
                Optional.empty());
    }

    static MultipleChoice multipleChoiceWithNoneAndOther() {
        List<Choice> withNone = List.of(
                new Choice("r", "Red", Optional.empty()),
                new Choice("g", "Green", Optional.empty()),
                new Choice("none", "None of these", Optional.empty()));
        return new MultipleChoice(
                ID,
                "Which colours?",
                Optional.empty(),
                false,
                withNone,
                Optional.of(2),
                Optional.empty(),
                Optional.of("none"),
                Optional.of("Another"));
    }

    static Ranking ranking() {
        return new Ranking(ID, "In which order?", Optional.empty(), false, colours(), false);
    }

    static Ranking rankingOfAll() {
        return new Ranking(ID, "In which order?", Optional.empty(), false, colours(), true);
    }

    public static ShortText shortText(String id, String prompt) {
        return new ShortText(id, prompt, Optional.empty(), false, Optional.empty());
    }

    static ShortText shortText() {
        return shortText(ID, "What is it called?");
    }

    public static LongText longText(String id, String prompt) {
        return new LongText(id, prompt, Optional.empty(), false, Optional.empty());
    }

    static DateInput date() {
        return new DateInput(ID, "When?", Optional.empty(), false, Optional.empty(), Optional.empty());
    }

    static DateInput dateIn(LocalDate earliest, LocalDate latest) {
        return new DateInput(ID, "When?", Optional.empty(), false, Optional.of(earliest), Optional.of(latest));
    }
}
