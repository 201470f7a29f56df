package com.iterate.survey.questions;

import com.fasterxml.jackson.databind.JsonNode;
import com.iterate.contracts.AnswerType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A whole number out of a few, each of which is a button on the page. */
public sealed interface PointsQuestion extends Question permits Nps, Csat, Ces, Rating {

    int lowest();

    int highest();

    Optional<EndLabels> labels();

    default List<Integer> points() {
        return IntStream.rangeClosed(lowest(), highest()).boxed().toList();
    }

    @Override
    default Optional<AnswerType> answerType() {
        return Optional.of(AnswerType.NUMBER);
    }

    @Override
    default Checked check(JsonNode given) {
        return Numbers.isAbsent(given) ? Checked.leftOut(this, whatToDo()) : check(Numbers.read(given));
    }

    @Override
    default Checked check(Form form) {
        String chosen = form.text(id());
        return chosen.isEmpty() ? Checked.leftOut(this, whatToDo()) : check(Numbers.read(chosen));
    }

    private Checked check(Optional<BigDecimal> number) {
        return number.filter(n -> n.compareTo(BigDecimal.valueOf(lowest())) >= 0)
                .filter(n -> n.compareTo(BigDecimal.valueOf(highest())) <= 0)
                .filter(n -> Numbers.hasAtMost(0, n))
                .<Checked>map(Numbers::valid)
                .orElseGet(() -> new Checked.Invalid(whatToDo()));
    }

    private String whatToDo() {
        return "Choose a number from " + lowest() + " to " + highest();
    }
}
