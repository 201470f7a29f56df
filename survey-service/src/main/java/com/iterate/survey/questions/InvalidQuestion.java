package com.iterate.survey.questions;

/** A question that cannot be asked so. The words tell its author what to change. */
public final class InvalidQuestion extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String words;

    public InvalidQuestion(String words) {
        super(words);
        this.words = words;
    }

    String words() {
        return words;
    }

    static void check(boolean holds, String words) {
        if (!holds) {
            throw new InvalidQuestion(words);
        }
    }
}
