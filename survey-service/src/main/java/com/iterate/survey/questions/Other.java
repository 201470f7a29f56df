package com.iterate.survey.questions;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** The respondent's own words beside the options: {@code {"other":"…"}} in JSON, {@code <id>.other} in a form. */
final class Other {

    static final String WHAT_TO_DO = "Say what you mean by the last option";

    static final String TOO_LONG = "Enter 255 characters or fewer for the last option";

    private Other() {}

    static void checkLabel(Optional<String> label) {
        InvalidQuestion.check(
                label.isEmpty() || (!label.get().isBlank() && label.get().length() <= 100),
                "the label of the 'other' option must have 1 to 100 characters");
    }

    /** The text, when this is an answer in one's own words at all. */
    static Optional<String> read(JsonNode given) {
        boolean shaped =
                given.isObject() && given.size() == 1 && given.path(Ids.OTHER).isTextual();
        return shaped ? Optional.of(given.path(Ids.OTHER).textValue().strip()) : Optional.empty();
    }

    /** Why these words cannot be taken. */
    static Optional<String> fault(String words) {
        if (words.isBlank()) {
            return Optional.of(WHAT_TO_DO);
        }
        if (words.length() > ShortText.BRAZE_STRING) {
            return Optional.of(TOO_LONG);
        }
        return TextQuestion.isReadable(words) ? Optional.empty() : Optional.of("Enter text without control characters");
    }
}
