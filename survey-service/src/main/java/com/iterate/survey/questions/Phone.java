package com.iterate.survey.questions;

import java.util.Optional;
import java.util.regex.Pattern;

/** A telephone number as the respondent writes it. */
public record Phone(String id, String prompt, Optional<String> help, boolean required) implements TextQuestion {

    static final String TYPE = "phone";

    private static final Pattern CHARACTERS = Pattern.compile("\\+?[0-9 ()./-]+");

    public Phone {
        Ids.check(id, prompt, help);
    }

    /** 15 digits (E.164) and generous punctuation. */
    @Override
    public int maxLength() {
        return 40;
    }

    @Override
    public String wireName() {
        return TYPE;
    }

    @Override
    public String whatToDo() {
        return "Enter a phone number, like 020 7946 0000 or +44 20 7946 0000";
    }

    @Override
    public Checked checkText(String text) {
        long digits = text.chars().filter(c -> c >= '0' && c <= '9').count();
        boolean plausible = CHARACTERS.matcher(text).matches() && digits >= 6 && digits <= 15;
        return plausible ? TextQuestion.valid(text) : new Checked.Invalid(whatToDo());
    }
}
