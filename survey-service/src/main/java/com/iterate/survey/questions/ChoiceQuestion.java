package com.iterate.survey.questions;

import java.util.List;
import java.util.Optional;

/** A question with options to choose from. An answer names options by their ids. */
public sealed interface ChoiceQuestion extends Question permits SingleChoice, MultipleChoice, Ranking {

    List<Choice> choices();

    default Optional<Choice> choice(String optionId) {
        return choices().stream().filter(choice -> choice.id().equals(optionId)).findFirst();
    }
}
