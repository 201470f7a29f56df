package com.iterate.contracts;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Jackson's token stream with the contract's words for what is wrong. */
final class JsonReader {

    private static final String WHOLE_NUMBER = "must be a whole number of at most " + Integer.MAX_VALUE;

    private final JsonParser parser;

    JsonReader(JsonParser parser) {
        this.parser = parser;
    }

    /** JSON pointer of the token that was read last. */
    String position() {
        return parser.getParsingContext().pathAsPointer().toString();
    }

    void startObject(String what) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new InvalidEvent(what + " must be a JSON object");
        }
    }

    /** The next field's name; empty at the object's end. A field without a name reads as unknown, never as the end. */
    String nextField() throws IOException {
        String name = parser.nextFieldName();
        if (name == null) {
            return "";
        }
        return name.isEmpty() ? "(no name)" : name;
    }

    boolean nextElement() throws IOException {
        return parser.nextToken() != JsonToken.END_ARRAY;
    }

    /** Nothing may follow the event. */
    void end() throws IOException {
        expect(parser.nextToken() == null, "nothing may follow the event");
    }

    JsonToken nextValue() throws IOException {
        return parser.nextToken();
    }

    boolean isNull() throws IOException {
        return parser.nextToken() == JsonToken.VALUE_NULL;
    }

    void valueIs(JsonToken expected, String name) throws IOException {
        if (parser.currentToken() == JsonToken.FIELD_NAME) {
            parser.nextToken();
        }
        currentIs(expected, name);
    }

    void currentIs(JsonToken expected, String name) {
        if (parser.currentToken() != expected) {
            throw new InvalidEvent("must be " + name);
        }
    }

    String string() throws IOException {
        expect(parser.nextToken() == JsonToken.VALUE_STRING, "must be a text");
        return currentString();
    }

    Optional<String> optionalString() throws IOException {
        return isNull() ? Optional.empty() : Optional.of(stringHere());
    }

    /** A text that many records have in common, such as a name; it is held once for all of them. Never what somebody answered. */
    String word() throws IOException {
        expect(parser.nextToken() == JsonToken.VALUE_STRING, "must be a text");
        return wordHere();
    }

    Optional<String> optionalWord() throws IOException {
        if (isNull()) {
            return Optional.empty();
        }
        expect(parser.currentToken() == JsonToken.VALUE_STRING, "must be a text");
        return Optional.of(wordHere());
    }

    private String wordHere() throws IOException {
        return Words.of(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
    }

    String currentString() throws IOException {
        return parser.getText();
    }

    int integer() throws IOException {
        JsonToken token = parser.nextToken();
        expect(token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT, WHOLE_NUMBER);
        try {
            // 3.0 is a whole number too: JSON Schema says so, and some languages write it so.
            return decimal().intValueExact();
        } catch (ArithmeticException broken) {
            throw new InvalidEvent(WHOLE_NUMBER);
        }
    }

    BigDecimal decimal() throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
            // Java keeps the small ones, which scores and ratings are, ready.
            return BigDecimal.valueOf(parser.getLongValue());
        }
        try {
            return parser.getDecimalValue();
        } catch (NumberFormatException broken) {
            // Jackson lets an exponent beyond 32 bits through to BigDecimal, which throws what is no JacksonException.
            throw new InvalidEvent("a number must have at most 40 digits");
        }
    }

    boolean bool() throws IOException {
        JsonToken token = parser.nextToken();
        expect(token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE, "must be true or false");
        return token == JsonToken.VALUE_TRUE;
    }

    /** Each as {@link #word}. */
    List<String> words() throws IOException {
        expect(parser.nextToken() == JsonToken.START_ARRAY, "must be an array of texts");
        List<String> words = new ArrayList<>(2);
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            expect(parser.currentToken() == JsonToken.VALUE_STRING, "must be a text");
            words.add(wordHere());
        }
        return words;
    }

    List<String> restOfStrings() throws IOException {
        List<String> strings = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            strings.add(stringHere());
        }
        return strings;
    }

    void skipValue() throws IOException {
        parser.nextToken();
        parser.skipChildren();
    }

    private String stringHere() throws IOException {
        expect(parser.currentToken() == JsonToken.VALUE_STRING, "must be a text");
        return currentString();
    }

    private static void expect(boolean holds, String rule) {
        InvalidEvent.check(holds, rule);
    }
}
