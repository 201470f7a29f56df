package com.iterate.sandbox.braze;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.regex.Pattern;

/** What an attribute holds; Braze takes the type from the first value that it ever sees. */
enum AttributeType {
    BOOLEAN,
    NUMBER,
    STRING,
    TIME,
    ARRAY,
    OBJECT;

    /** Text that Braze turns into a time by itself: ISO dates and times, {@code 12/1/2021}, {@code 12-1-2021}. */
    private static final Pattern TIME_LIKE = Pattern.compile(
            "\\d{4}-\\d{2}-\\d{2}([T ]\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?(Z|[+-]\\d{2}:?\\d{2})?)?|\\d{1,2}[/-]\\d{1,2}[/-]\\d{4}");

    /** Empty for {@code null}, which unsets and says nothing about the type. */
    static Optional<AttributeType> of(Object value) {
        if (value instanceof Boolean) {
            return Optional.of(BOOLEAN);
        }
        if (value instanceof Number) {
            return Optional.of(NUMBER);
        }
        if (value instanceof String text) {
            return Optional.of(TIME_LIKE.matcher(text).matches() ? TIME : STRING);
        }
        if (value instanceof JsonArray) {
            return Optional.of(ARRAY);
        }
        return value instanceof JsonObject ? Optional.of(OBJECT) : Optional.empty();
    }

    /** Once text, always text: a later date is kept as it was written. Nothing else is changed into another type. */
    boolean takes(AttributeType later) {
        return this == later || (this == STRING && later == TIME);
    }
}
