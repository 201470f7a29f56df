package com.iterate.survey.questions;

import com.fasterxml.jackson.databind.JsonNode;
import com.iterate.contracts.AnswerType;
import com.iterate.contracts.AnswerValue;
import java.util.Optional;

/** Something that the respondent types as text. Nothing but blanks is no answer. */
public sealed interface TextQuestion extends Question permits ShortText, LongText, Email, Phone, Url {

    /** The longest answer, in UTF-16 units, as browsers count {@code maxlength}. */
    int maxLength();

    /** What to do when nothing was typed. */
    String whatToDo();

    /** Checks text without surrounding blanks that is not empty, not too long and has no control characters. */
    Checked checkText(String text);

    @Override
    default Optional<AnswerType> answerType() {
        return Optional.of(AnswerType.TEXT);
    }

    @Override
    default Checked check(JsonNode given) {
        if (Numbers.isAbsent(given)) {
            return Checked.leftOut(this, whatToDo());
        }
        return given.isTextual() ? checkGiven(given.textValue()) : new Checked.Invalid(whatToDo());
    }

    @Override
    default Checked check(Form form) {
        return checkGiven(form.text(id()));
    }

    private Checked checkGiven(String given) {
        // Browsers post line breaks as CR LF whatever the respondent's system.
        String text = given.replace("\r\n", "\n").strip();
        if (text.isEmpty()) {
            return Checked.leftOut(this, whatToDo());
        }
        if (text.length() > maxLength()) {
            return new Checked.Invalid(
                    "Enter " + maxLength() + " characters or fewer; you have entered " + text.length());
        }
        if (!isReadable(text)) {
            return new Checked.Invalid("Enter text without control characters");
        }
        return checkText(text);
    }

    /** Half of a surrogate pair has no UTF-8, and Postgres stores no NUL. */
    static boolean isReadable(String text) {
        return text.codePoints()
                .noneMatch(c -> (Character.isISOControl(c) && c != '\n' && c != '\t')
                        || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
    }

    static Checked valid(String text) {
        return new Checked.Valid(new AnswerValue.Text(text), text);
    }
}
