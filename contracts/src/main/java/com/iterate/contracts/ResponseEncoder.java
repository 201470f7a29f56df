package com.iterate.contracts;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A {@link ResponseSubmitted} as the bytes of a record. What is absent stays absent; {@code null} stays {@code null}. */
public final class ResponseEncoder {

    private static final JsonFactory JSON = new JsonFactory();

    private ResponseEncoder() {}

    public static byte[] encode(ResponseSubmitted event) {
        try (ByteArrayBuilder bytes = new ByteArrayBuilder();
                JsonGenerator json = JSON.createGenerator(bytes)) {
            write(event, json);
            json.close();
            return bytes.toByteArray();
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
    }

    private static void write(ResponseSubmitted event, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("companyId", event.companyId());
        json.writeStringField("surveyId", event.surveyId());
        json.writeStringField("surveyName", event.surveyName());
        json.writeNumberField("surveyVersion", event.surveyVersion());
        json.writeStringField("responseId", event.responseId());
        writeRespondent(event.respondent(), json);
        json.writeStringField("submittedAt", event.submittedAt().toString());
        json.writeBooleanField("completed", event.completed());
        json.writeArrayFieldStart("deliver");
        // In the order of the enum, so that equal events are equal bytes.
        for (Delivery delivery : Delivery.values()) {
            if (event.deliver().contains(delivery)) {
                json.writeString(delivery.wireName());
            }
        }
        json.writeEndArray();
        json.writeArrayFieldStart("answers");
        for (Answer answer : event.answers()) {
            write(answer, json);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void writeRespondent(Respondent respondent, JsonGenerator json) throws IOException {
        if (respondent instanceof Respondent.Braze braze) {
            json.writeObjectFieldStart("respondent");
            json.writeStringField("brazeId", braze.id());
            json.writeEndObject();
        } else if (respondent instanceof Respondent.External external) {
            json.writeObjectFieldStart("respondent");
            json.writeStringField("externalId", external.id());
            json.writeEndObject();
        }
    }

    private static void write(Answer answer, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("questionId", answer.questionId());
        json.writeStringField("prompt", answer.prompt());
        if (answer.attribute().isPresent()) {
            json.writeStringField("attribute", answer.attribute().get());
        }
        json.writeStringField("type", answer.value().type().wireName());
        json.writeFieldName("value");
        write(answer.value(), json);
        if (answer.questionType().isPresent()) {
            json.writeStringField("questionType", answer.questionType().get());
        }
        if (answer.label().isPresent()) {
            json.writeStringField("label", answer.label().get());
        }
        json.writeEndObject();
    }

    private static void write(AnswerValue value, JsonGenerator json) throws IOException {
        if (value instanceof AnswerValue.Number number) {
            json.writeNumber(number.value());
        } else if (value instanceof AnswerValue.Text text) {
            json.writeString(text.value());
        } else if (value instanceof AnswerValue.Bool bool) {
            json.writeBoolean(bool.value());
        } else if (value instanceof AnswerValue.Choices choices) {
            json.writeStartArray();
            for (String choice : choices.values()) {
                json.writeString(choice);
            }
            json.writeEndArray();
        } else if (value instanceof AnswerValue.Date date) {
            json.writeString(date.value().toString());
        } else {
            json.writeNull();
        }
    }
}
