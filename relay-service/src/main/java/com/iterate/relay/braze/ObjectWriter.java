package com.iterate.relay.braze;

import com.fasterxml.jackson.core.JsonGenerator;
import com.iterate.contracts.Answer;
import com.iterate.contracts.AnswerValue;
import com.iterate.contracts.Respondent;
import com.iterate.contracts.ResponseSubmitted;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;

/** Writes objects as {@code /users/track} takes them, and counts the answers that had to be cut. */
final class ObjectWriter {

    private static final BigDecimal LEAST_INTEGER = BigDecimal.valueOf(Long.MIN_VALUE);
    private static final BigDecimal GREATEST_INTEGER = BigDecimal.valueOf(Long.MAX_VALUE);

    /** Whatever they are, it fits. */
    private static final int DIGITS_OF_ANY_LONG = 18;

    private final JsonGenerator json;
    private int answersCut;

    ObjectWriter(JsonGenerator json) {
        this.json = json;
    }

    int answersCut() {
        return answersCut;
    }

    void write(TrackObject object) throws IOException {
        json.writeStartObject();
        identify(object.respondent());
        if (object instanceof TrackObject.Attributes attributes) {
            for (Map.Entry<String, AnswerValue> attribute : attributes.values().entrySet()) {
                json.writeFieldName(Texts.wellFormed(attribute.getKey()));
                value(attribute.getValue());
            }
        } else if (object instanceof TrackObject.Event event) {
            event(event.response(), event.answer());
        }
        json.writeEndObject();
    }

    /** Exactly one identifier: Braze rejects an object with two, and would write an e-mail to the profile. */
    private void identify(Respondent respondent) throws IOException {
        if (respondent instanceof Respondent.Braze known) {
            json.writeStringField("braze_id", Texts.wellFormed(known.id()));
        } else if (respondent instanceof Respondent.External known) {
            json.writeStringField("external_id", Texts.wellFormed(known.id()));
        }
        // Without it an id that Braze no longer knows would make a new, empty profile.
        json.writeBooleanField("_update_existing_only", true);
    }

    private void event(ResponseSubmitted response, Answer answer) throws IOException {
        String time = response.submittedAt().toString();
        json.writeStringField("name", "survey-question-response");
        json.writeStringField("time", time);
        json.writeObjectFieldStart("properties");
        text("question", answer.prompt());
        if (answer.attribute().isPresent()) {
            text("label", answer.attributeName());
        }
        json.writeFieldName("response");
        if (answer.value() instanceof AnswerValue.TakenBack) {
            json.writeNull();
        } else {
            json.writeString(shortened(answer.label().orElseGet(() -> readable(answer.value()))));
        }
        json.writeFieldName(typedField(answer.value()));
        value(answer.value());
        json.writeStringField("survey_id", Texts.wellFormed(response.surveyId()));
        text("survey_name", response.surveyName());
        json.writeNumberField("survey_version", response.surveyVersion());
        json.writeStringField("question_id", Texts.wellFormed(answer.questionId()));
        if (answer.questionType().isPresent()) {
            text("question_type", answer.questionType().get());
        }
        json.writeStringField("response_id", Texts.wellFormed(response.responseId()));
        json.writeStringField("answered_at", time);
        json.writeEndObject();
    }

    /** Iterate's names for whole numbers, texts and lists; the others are ours, in the same manner. */
    private static String typedField(AnswerValue value) {
        if (value instanceof AnswerValue.Number number) {
            return isInteger(number.value()) ? "response_int" : "response_number";
        }
        return switch (value.type()) {
            case NUMBER -> "response_number";
            case TEXT -> "response_string";
            case BOOLEAN -> "response_boolean";
            case CHOICES -> "response_array";
            case DATE -> "response_date";
        };
    }

    private void value(AnswerValue value) throws IOException {
        if (value instanceof AnswerValue.Number number) {
            number(number.value());
        } else if (value instanceof AnswerValue.Text text) {
            answersCut += Texts.fits(text.value()) ? 0 : 1;
            json.writeString(shortened(text.value()));
        } else if (value instanceof AnswerValue.Bool bool) {
            json.writeBoolean(bool.value());
        } else if (value instanceof AnswerValue.Choices choices) {
            answersCut += choices.values().stream().allMatch(Texts::fits) ? 0 : 1;
            json.writeStartArray();
            for (String choice : choices.values()) {
                json.writeString(shortened(choice));
            }
            json.writeEndArray();
        } else if (value instanceof AnswerValue.Date date) {
            json.writeString(date.value().toString());
        } else {
            // Taken back: null unsets the attribute, so it has to be on the wire.
            json.writeNull();
        }
    }

    private void number(BigDecimal number) throws IOException {
        if (isInteger(number)) {
            json.writeNumber(number.longValueExact());
        } else {
            json.writeNumber(number.toPlainString());
        }
    }

    private static boolean isInteger(BigDecimal number) {
        boolean isShort = number.scale() == 0 && number.precision() <= DIGITS_OF_ANY_LONG;
        return isShort
                || number.stripTrailingZeros().scale() <= 0
                        && number.compareTo(LEAST_INTEGER) >= 0
                        && number.compareTo(GREATEST_INTEGER) <= 0;
    }

    private static String readable(AnswerValue value) {
        if (value instanceof AnswerValue.Number number) {
            return number.value().toPlainString();
        }
        if (value instanceof AnswerValue.Text text) {
            return text.value();
        }
        if (value instanceof AnswerValue.Bool bool) {
            return Boolean.toString(bool.value());
        }
        if (value instanceof AnswerValue.Choices choices) {
            return String.join(", ", choices.values());
        }
        return value instanceof AnswerValue.Date date ? date.value().toString() : "";
    }

    private void text(String field, String text) throws IOException {
        json.writeStringField(field, shortened(text));
    }

    private static String shortened(String text) {
        return Texts.wellFormed(Texts.cut(text));
    }
}
