package com.iterate.survey.questions;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * One option of a choice.
 *
 * @param id    stays for ever, also when the label is edited
 * @param label what the respondent reads
 * @param value what Braze gets; absent: the label
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Choice(String id, String label, Optional<String> value) {

    /** More do not fit a page that anybody reads; Braze keeps up to 500 items of an array. */
    private static final int MOST = 100;

    public Choice {
        Ids.checkOption(id);
        InvalidQuestion.check(!label.isBlank(), "option '" + id + "' has an empty label");
        InvalidQuestion.check(label.length() <= 500, "the label of option '" + id + "' is longer than 500 characters");
        String sent = value.orElse(label);
        InvalidQuestion.check(
                !sent.isBlank() && sent.length() <= ShortText.BRAZE_STRING,
                "option '" + id + "' needs a value of 1 to 255 characters: Braze cuts longer ones");
    }

    /** What Braze gets. */
    public String sent() {
        return value.orElse(label).strip();
    }

    static List<Choice> checked(List<Choice> choices) {
        InvalidQuestion.check(choices.size() >= 2, "a choice has at least 2 options");
        InvalidQuestion.check(choices.size() <= MOST, "a choice has at most " + MOST + " options");
        InvalidQuestion.check(choices.stream().allMatch(Objects::nonNull), "an option is missing");
        Set<String> ids = new HashSet<>();
        Set<String> values = new HashSet<>();
        for (Choice choice : choices) {
            InvalidQuestion.check(ids.add(choice.id), "two options have the id '" + choice.id + "'");
            InvalidQuestion.check(values.add(choice.sent()), "two options would send '" + choice.sent() + "'");
        }
        return List.copyOf(choices);
    }
}
