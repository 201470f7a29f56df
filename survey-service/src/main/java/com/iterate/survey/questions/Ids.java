package com.iterate.survey.questions;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Ids of questions and options. They become names of URL parameters and form fields, so some words are taken. */
public final class Ids {

    static final String RULE = "an id has 1 to 40 letters, digits, _ or -";

    /** Posted by the "Other, specify" option in place of an option's id. */
    static final String OTHER = "other";

    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9_-]{1,40}");

    /** Parameters of the respondent's page, now or likely. */
    private static final Set<String> TAKEN = Set.of(
            "a",
            "answer",
            "back",
            "completed",
            "embed",
            "end",
            "lang",
            "lid",
            "next",
            "page",
            "preview",
            "question",
            "respondent",
            "response",
            "session",
            "sig",
            "skip",
            "source",
            "start",
            "step",
            "submit",
            "token",
            "user",
            "v",
            "version",
            OTHER);

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    /** A new id of so many letters and digits; each adds nearly 6 bits. */
    public static String mint(int length) {
        StringBuilder id = new StringBuilder(length);
        RANDOM.ints(length, 0, ALPHABET.length()).forEach(at -> id.append(ALPHABET.charAt(at)));
        return id.toString();
    }

    private static void checkQuestion(String id) {
        InvalidQuestion.check(ALLOWED.matcher(id).matches(), RULE);
        // Properties in the link: user_ describes the person, response_ the answer, utm_ the campaign.
        InvalidQuestion.check(
                !TAKEN.contains(id) && !id.startsWith("user_") && !id.startsWith("response_") && !id.startsWith("utm_"),
                "the id '" + id + "' has a meaning of its own in links; choose another");
    }

    static void checkOption(String id) {
        InvalidQuestion.check(ALLOWED.matcher(id).matches(), RULE);
        InvalidQuestion.check(
                !id.equals(OTHER), "the option id 'other' stands for the respondent's own words; choose another");
    }

    /** What all questions have in common. */
    static void check(String id, String prompt, Optional<String> help) {
        checkQuestion(id);
        InvalidQuestion.check(!prompt.isBlank(), "the prompt is empty; write the question");
        InvalidQuestion.check(
                prompt.length() <= 1000, "the prompt is longer than 1000 characters; move a part to the help text");
        InvalidQuestion.check(
                help.isEmpty() || help.get().length() <= 2000, "the help text is longer than 2000 characters");
    }
}
