package com.iterate.survey.questions;

import java.util.Optional;

/**
 * Several lines of text. Braze would cut it, so it becomes an attribute only if somebody chose a name for it.
 *
 * @param longest absent: 2000
 */
public record LongText(String id, String prompt, Optional<String> help, boolean required, Optional<Integer> longest)
        implements TextQuestion {

    static final String TYPE = "long_text";

    private static final int USUAL = 2000;

    /** At four bytes a character still well under the 64 KiB of a request and the 128 KiB of a record. */
    private static final int MOST = 10_000;

    public LongText {
        Ids.check(id, prompt, help);
        InvalidQuestion.check(
                longest.isEmpty() || (longest.get() >= 1 && longest.get() <= MOST), "longest must be 1 to 10000");
    }

    @Override
    public int maxLength() {
        return longest.orElse(USUAL);
    }

    @Override
    public boolean becomesAttributeUnnamed() {
        return false;
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
        return TextQuestion.valid(text);
    }
}
