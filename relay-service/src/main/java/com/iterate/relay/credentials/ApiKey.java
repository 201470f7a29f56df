package com.iterate.relay.credentials;

import java.util.Objects;

/** A Braze REST API key. Not a record: a record's own {@code toString} would show it in the first log line that holds one. */
public final class ApiKey {

    private final String value;

    public ApiKey(String value) {
        // Only what would break the header is refused: Braze documents no format for its keys.
        if (value.isEmpty() || value.chars().anyMatch(c -> c <= ' ' || c > '~' || c == '"' || c == '\'')) {
            throw new IllegalArgumentException(
                    "an API key must not be empty or hold blanks, quotes or control characters");
        }
        this.value = value;
    }

    /** For the {@code Authorization} header, and for nothing else. */
    public String bearer() {
        return "Bearer " + value;
    }

    /** The text without this key: an answer of Braze could repeat it. */
    public String hideIn(String text) {
        return text.replace(value, "[hidden]");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ApiKey key && key.value.equals(value);
    }

    @Override
    public int hashCode() {
        return Objects.hash(value);
    }

    @Override
    public String toString() {
        return "ApiKey[hidden]";
    }
}
