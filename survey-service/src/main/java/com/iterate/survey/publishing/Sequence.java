package com.iterate.survey.publishing;

import com.iterate.contracts.AnswerValue;
import java.nio.charset.StandardCharsets;

/**
 * Tells a repeat of an answer from another answer to the same question.
 *
 * @param text part of the event's id
 */
public record Sequence(String text) {

    /** The client counts. */
    public static Sequence of(long number) {
        return new Sequence(Long.toString(number));
    }

    /** The client does not count: the same value again is the same answer. */
    public static Sequence ofValue(AnswerValue value) {
        return new Sequence("value:" + digest(value));
    }

    /** A page shown once: a double click is one answer; another value from a page that the browser kept is another. */
    public static Sequence ofPage(String shown, AnswerValue value) {
        return new Sequence("page:" + shown + ":" + digest(value));
    }

    /** Records print their type and all that they hold, which is all that tells two values apart. */
    private static String digest(AnswerValue value) {
        return Sha.hex(value.toString().getBytes(StandardCharsets.UTF_8));
    }
}
