package com.iterate.settings.members;

import com.iterate.webkit.RequestBody;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An address as we store and compare it: without surrounding blanks, in lower case. */
public record Email(String value) {

    /** RFC 5321: a path has 256 characters with its angle brackets. */
    private static final int LONGEST = 254;

    /** Whether mail arrives, nobody can tell from the text; this finds slips of the pen. */
    private static final Pattern PLAUSIBLE = Pattern.compile("[^\\s@]+@[^\\s@]+");

    public Email {
        value = value.strip().toLowerCase(Locale.ROOT);
    }

    static Email required(@Nullable String candidate) {
        Email email = new Email(RequestBody.text("email", candidate, LONGEST));
        if (!PLAUSIBLE.matcher(email.value).matches()) {
            throw RequestBody.invalid("email", "must be an e-mail address such as ana@example.com");
        }
        return email;
    }
}
