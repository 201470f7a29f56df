package com.iterate.survey.questions;

import java.util.Optional;
import java.util.regex.Pattern;

/** An e-mail address. Only its shape is checked; whether it exists, only a mail can tell. */
public record Email(String id, String prompt, Optional<String> help, boolean required) implements TextQuestion {

    static final String TYPE = "email";

    /** One @, something before it, a name with a dot after it; possessive, so that no input makes it backtrack. */
    private static final Pattern SHAPE = Pattern.compile("[^@\\s]{1,64}+@(?:[^@\\s.]++\\.)++[^@\\s.]{2,}+");

    public Email {
        Ids.check(id, prompt, help);
    }

    /** RFC 5321: a path of 256 less its angle brackets. */
    @Override
    public int maxLength() {
        return 254;
    }

    @Override
    public String wireName() {
        return TYPE;
    }

    @Override
    public String whatToDo() {
        return "Enter an e-mail address, like name@example.com";
    }

    @Override
    public Checked checkText(String text) {
        return SHAPE.matcher(text).matches() ? TextQuestion.valid(text) : new Checked.Invalid(whatToDo());
    }
}
