package com.iterate.survey.questions;

import com.fasterxml.jackson.databind.JsonNode;
import com.iterate.contracts.AnswerType;
import com.iterate.contracts.AnswerValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Some of the options. JSON: a list of option ids, with {@code {"other":"…"}} among them; form: {@code <id>} once an
 * option, and {@code <id>.other}. Sent in the order of the survey, so that equal answers are equal lists.
 *
 * @param minSelections how many have to be chosen by a respondent who answers at all; absent: 1
 * @param maxSelections absent: all
 * @param exclusive     the id of an option that stands alone, such as "None of these"
 * @param other         the label of an option to be specified by the respondent; absent: there is none
 */
public record MultipleChoice(
        String id,
        String prompt,
        Optional<String> help,
        boolean required,
        List<Choice> choices,
        Optional<Integer> minSelections,
        Optional<Integer> maxSelections,
        Optional<String> exclusive,
        Optional<String> other)
        implements ChoiceQuestion {

    static final String TYPE = "multiple_choice";

    private static final String UNKNOWN = "Choose from the options";

    public MultipleChoice {
        Ids.check(id, prompt, help);
        choices = Choice.checked(choices);
        Other.checkLabel(other);
        int all = choices.size() + other.map(label -> 1).orElse(0);
        int fewest = minSelections.orElse(1);
        int most = maxSelections.orElse(all);
        InvalidQuestion.check(fewest >= 1 && fewest <= most, "minSelections must be 1 to maxSelections");
        InvalidQuestion.check(most <= all, "maxSelections must be at most the number of options, " + all);
        Set<String> ids = new HashSet<>();
        choices.forEach(choice -> ids.add(choice.id()));
        InvalidQuestion.check(
                exclusive.isEmpty() || ids.contains(exclusive.get()), "exclusive must be the id of one of the options");
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
            return new Checked.Invalid(UNKNOWN);
        }
        List<String> optionIds = new ArrayList<>();
        List<String> words = new ArrayList<>();
        for (JsonNode item : given) {
            if (item.isTextual()) {
                optionIds.add(item.textValue());
            } else if (Other.read(item).isPresent()) {
                words.add(Other.read(item).get());
            } else {
                return new Checked.Invalid(UNKNOWN);
            }
        }
        return check(optionIds, words);
    }

    @Override
    public Checked check(Form form) {
        List<String> ticked =
                form.all(id).stream().filter(option -> !option.isBlank()).toList();
        List<String> optionIds =
                ticked.stream().filter(option -> !option.equals(Ids.OTHER)).toList();
        return check(optionIds, ticked.contains(Ids.OTHER) ? List.of(form.text(id + "." + Ids.OTHER)) : List.of());
    }

    private Checked check(List<String> optionIds, List<String> words) {
        Set<String> chosen = new HashSet<>(optionIds);
        int count = chosen.size() + words.size();
        if (count == 0) {
            return Checked.leftOut(this, whatToDo());
        }
        boolean unknown = optionIds.stream().anyMatch(option -> choice(option).isEmpty());
        if (unknown || chosen.size() < optionIds.size() || words.size() > 1 || (!words.isEmpty() && other.isEmpty())) {
            return new Checked.Invalid(UNKNOWN);
        }
        Optional<String> badWords = words.stream().findFirst().flatMap(Other::fault);
        if (badWords.isPresent()) {
            return new Checked.Invalid(badWords.get());
        }
        boolean alone = exclusive.filter(chosen::contains).isPresent();
        if (alone && count > 1) {
            return new Checked.Invalid("Choose either \""
                    + exclusive.flatMap(this::choice).map(Choice::label).orElse("") + "\" or other options");
        }
        boolean tooFew = !alone && count < minSelections.orElse(1);
        boolean tooMany = maxSelections.isPresent() && count > maxSelections.get();
        return tooFew || tooMany ? new Checked.Invalid(whatToDo()) : valid(chosen, words);
    }

    private Checked valid(Set<String> chosen, List<String> words) {
        List<String> sent = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        for (Choice choice : choices) {
            if (chosen.contains(choice.id())) {
                sent.add(choice.sent());
                labels.add(choice.label());
            }
        }
        sent.addAll(words);
        labels.addAll(words);
        return new Checked.Valid(new AnswerValue.Choices(sent), String.join(", ", labels));
    }

    private String whatToDo() {
        int fewest = minSelections.orElse(1);
        if (maxSelections.isEmpty()) {
            return fewest == 1 ? "Choose at least one option" : "Choose at least " + fewest + " options";
        }
        int most = maxSelections.get();
        return fewest == most
                ? "Choose " + most + (most == 1 ? " option" : " options")
                : "Choose " + fewest + " to " + most + " options";
    }
}
