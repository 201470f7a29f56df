package com.iterate.webkit;

import org.jspecify.annotations.Nullable;

/** What a request body must hold: JAX-RS hands over nothing for an empty body, and Jackson nothing for an absent field. */
public final class RequestBody {

    private RequestBody() {}

    /** @throws Problem 400 if the request had no body, or the body {@code null} */
    public static <T> T required(@Nullable T body) {
        if (body == null) {
            throw new Problem(400, "invalid-body", "The body is missing", "Send a JSON object as the body.");
        }
        return body;
    }

    /** @throws Problem 422 if the field is absent, blank or too long */
    public static String text(String field, @Nullable String value, int longest) {
        if (value == null || value.isBlank()) {
            throw invalid(field, "is missing");
        }
        if (value.length() > longest) {
            throw invalid(field, "is longer than " + longest + " characters");
        }
        return value;
    }

    /** A field that breaks a rule. The rule completes a sentence that begins with the field's name. */
    public static Problem invalid(String field, String rule) {
        return new Problem(422, "invalid-field", "A field is not valid", field + " " + rule + ".").with("field", field);
    }
}
