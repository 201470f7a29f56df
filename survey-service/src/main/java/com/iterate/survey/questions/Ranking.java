package com.iterate.survey.questions;

import com.fasterxml.jackson.databind.JsonNode;
import com.iterate.contracts.AnswerType;
import com.iterate.contracts.AnswerValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Options in order, best first. JSON: a list of option ids; form: {@code <id>.<option>} with the place, 1 for the best.
 *
 * @param rankAll whether every option needs a place; else the first few are an answer
 */
public record Ranking(
        String id, String prompt, Optional<String> help, boolean required, List<Choice> choices, boolean rankAll)
        implements ChoiceQuestion {

    static final String TYPE = "ranking";

    /** Nobody puts more things in order with care. */
    private static final int MOST = 10;

    public Ranking {
        Ids.check(id, prompt, help);
        choices = Choice.checked(choices);
        InvalidQuestion.check(choices.size() <= MOST, "a ranking has at most " + MOST + " options");
    }

    @Override
    public String wireName() {
        return TYPE;
    }

    @Override
    public Optional<AnswerType> answerType() {
        return Optional.of(AnswerType.CHOICES);
    }

    @Override
    public Checked check(JsonNode given) {
        if (Numbers.isAbsent(given)) {
            return Checked.leftOut(this, whatToDo());
        }
        if (!given.isArray()) {
            return new Checked.Invalid(whatToDo());
        }
        List<String> order = new ArrayList<>();
        given.forEach(item -> order.add(item.isTextual() ? item.textValue() : ""));
        return check(order);
    }

    @Override
    public Checked check(Form form) {
        Map<Integer, String> byPlace = new TreeMap<>();
        for (Choice choice : choices) {
            String typed = form.text(id + "." + choice.id());
            if (typed.isEmpty()) {
                continue;
            }
            Optional<Integer> place = Numbers.read(typed)
                    .filter(number -> number.signum() > 0 && number.compareTo(BigDecimal.valueOf(choices.size())) <= 0)
                    .filter(number -> Numbers.hasAtMost(0, number))
                    .map(BigDecimal::intValue);
            if (place.isEmpty()) {
                return new Checked.Invalid("Give places from 1 to " + choices.size());
            }
            if (byPlace.putIfAbsent(place.get(), choice.id()) != null) {
                return new Checked.Invalid("Give each option a place of its own; " + place.get() + " is there twice");
            }
        }
        return check(List.copyOf(byPlace.values()));
    }

    private Checked check(List<String> order) {
        if (order.isEmpty()) {
            return Checked.leftOut(this, whatToDo());
        }
        List<Choice> ranked =
                order.stream().flatMap(option -> choice(option).stream()).toList();
        boolean faulty = ranked.size() < order.size() || new HashSet<>(order).size() < order.size();
        if (faulty || (rankAll && ranked.size() < choices.size())) {
            return new Checked.Invalid(whatToDo());
        }
        return new Checked.Valid(
                new AnswerValue.Choices(ranked.stream().map(Choice::sent).toList()),
                String.join(", ", ranked.stream().map(Choice::label).toList()));
    }

    private String whatToDo() {
        return rankAll ? "Put all the options in order" : "Put the options in order, each once";
    }
}
