package com.iterate.survey.questions;

import java.util.Optional;

/**
 * One line of text.
 *
 * @param longest at most 255; absent: 255
 */
public record ShortText(String id, String prompt, Optional<String> help, boolean required, Optional<Integer> longest)
        implements TextQuestion {

    static final String TYPE = "short_text";

    /** Braze cuts longer strings. */
    static final int BRAZE_STRING = 255;

    public ShortText {
        Ids.check(id, prompt, help);
        InvalidQuestion.check(
                longest.isEmpty() || (longest.get() >= 1 && longest.get() <= BRAZE_STRING), "longest must be 1 to 255");
    }

    @Override
    public int maxLength() {
        return longest.orElse(BRAZE_STRING);
    }

    @Override
    public String wireName() {
        return TYPE;
    }

    @Override
    public String whatToDo() {
        return "Enter an answer";
    }

    @Override
    public Checked checkText(String text) {
        return TextQuestion.valid(text.replace('\n', ' ').replace('\t', ' '));
    }
}
