package com.iterate.contracts;

import static com.iterate.contracts.InvalidEvent.check;
import static com.iterate.contracts.ResponseDecoder.given;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One element of {@code answers}. The type may stand before or behind the value, so the value is held until both are known. */
final class AnswerReader {

    /** A value as JSON has it, before its type is known. */
    private sealed interface Raw {
        record Null() implements Raw {}

        record Bool(boolean value) implements Raw {}

        record Number(BigDecimal value) implements Raw {}

        record Text(String value) implements Raw {}

        record Texts(List<String> values) implements Raw {}
    }

    private @Nullable String questionId;
    private @Nullable String prompt;
    private Optional<String> attribute = Optional.empty();
    private @Nullable AnswerType type;
    private @Nullable Raw value;
    private Optional<String> questionType = Optional.empty();
    private Optional<String> label = Optional.empty();

    private AnswerReader() {}

    /** The parser stands on the element's first token. */
    static Answer read(JsonReader json) throws IOException {
        return new AnswerReader().fields(json);
    }

    private Answer fields(JsonReader json) throws IOException {
        json.currentIs(JsonToken.START_OBJECT, "an object");
        for (String field = json.nextField(); !field.isEmpty(); field = json.nextField()) {
            switch (field) {
                case "questionId" -> questionId = json.word();
                case "prompt" -> prompt = json.word();
                case "attribute" -> attribute = json.optionalWord();
                case "type" ->
                    type = AnswerType.ofWireName(json.word())
                            .orElseThrow(() -> new InvalidEvent("type must be number, text, boolean, choices or date"));
                case "value" -> value = raw(json);
                case "questionType" -> questionType = json.optionalWord();
                case "label" -> label = json.optionalString();
                default -> json.skipValue();
            }
        }
        return new Answer(
                given(questionId, "questionId"),
                given(prompt, "prompt"),
                attribute,
                typed(given(type, "type"), given(value, "value")),
                questionType,
                label);
    }

    private static Raw raw(JsonReader json) throws IOException {
        return switch (json.nextValue()) {
            case VALUE_NULL -> new Raw.Null();
            case VALUE_TRUE -> new Raw.Bool(true);
            case VALUE_FALSE -> new Raw.Bool(false);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Raw.Number(json.decimal());
            case VALUE_STRING -> new Raw.Text(json.currentString());
            case START_ARRAY -> new Raw.Texts(json.restOfStrings());
            default -> throw new InvalidEvent("value must be a number, text, boolean, list of texts or null");
        };
    }

    private static AnswerValue typed(AnswerType type, Raw raw) {
        if (raw instanceof Raw.Null) {
            return new AnswerValue.TakenBack(type);
        }
        return switch (type) {
            case NUMBER ->
                new AnswerValue.Number(as(Raw.Number.class, raw, "a number").value());
            case TEXT -> new AnswerValue.Text(as(Raw.Text.class, raw, "a text").value());
            case BOOLEAN ->
                new AnswerValue.Bool(as(Raw.Bool.class, raw, "true or false").value());
            case CHOICES ->
                new AnswerValue.Choices(
                        as(Raw.Texts.class, raw, "a list of texts").values());
            case DATE ->
                new AnswerValue.Date(
                        Times.dayOrInstant(as(Raw.Text.class, raw, "a date").value()));
        };
    }

    private static <R extends Raw> R as(Class<R> expected, Raw raw, String name) {
        check(expected.isInstance(raw), "value must be " + name + ", as its type says");
        return expected.cast(raw);
    }
}
