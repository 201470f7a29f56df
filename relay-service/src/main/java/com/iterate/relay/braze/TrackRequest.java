package com.iterate.relay.braze;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.iterate.contracts.AnswerValue;
import com.iterate.contracts.Respondent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The body of a {@code POST /users/track}, and which object stands where in it. */
public final class TrackRequest {

    private static final JsonFactory JSON = new JsonFactory();

    /** Braces, commas, and the names of both arrays. */
    static final int ENVELOPE_BYTES = 64;

    /** Braze takes 100 KB of event properties or of one value; what is larger fails alone, before it costs others a request. */
    static final int MOST_OBJECT_BYTES = 100_000;

    /** Identifier, flag and punctuation: {@code "external_id":"","_update_existing_only":true,}. */
    private static final int IDENTITY_BYTES = 64;

    /** All fixed names of an event with two times, two numbers and punctuation: 338 when all are present. */
    private static final int EVENT_BYTES = 448;

    /** The longest form of 255 characters in JSON, each a control character. */
    private static final int MOST_TEXT_BYTES = 6 * 255;

    /** {@code BigDecimal}s of 40 digits and 40 places, plain. */
    private static final int NUMBER_BYTES = 96;

    /** An array, so that Braze looks for objects in it; and none. */
    static final TrackRequest NOTHING =
            new TrackRequest(Sent.of(List.of()), "{\"attributes\":[]}".getBytes(StandardCharsets.UTF_8), 0);

    private final Sent sent;
    private final byte[] body;
    private final int answersCut;

    private TrackRequest(Sent sent, byte[] body, int answersCut) {
        this.sent = sent;
        this.body = body;
        this.answersCut = answersCut;
    }

    Sent sent() {
        return sent;
    }

    byte[] body() {
        return body;
    }

    /** How many answers were longer than Braze keeps. */
    int answersCut() {
        return answersCut;
    }

    /** @param objects in the caller's order; those that Braze must not be sent are refused here, in {@link Sent} */
    static TrackRequest of(List<TrackObject> objects) {
        Sent sent = Sent.of(objects);
        ByteArrayOutputStream body = new ByteArrayOutputStream(sent.bytes() + ENVELOPE_BYTES);
        try (JsonGenerator json = JSON.createGenerator(body)) {
            ObjectWriter writer = new ObjectWriter(json);
            json.writeStartObject();
            array(json, writer, "attributes", objects, sent.attributes());
            array(json, writer, "events", objects, sent.events());
            json.writeEndObject();
            json.flush();
            return new TrackRequest(sent, body.toByteArray(), writer.answersCut());
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
    }

    /** One object as it stands in a body. */
    public static byte[] written(TrackObject object) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(sizeOf(object));
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            new ObjectWriter(json).write(object);
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
        return bytes.toByteArray();
    }

    private static void array(
            JsonGenerator json, ObjectWriter writer, String name, List<TrackObject> objects, List<Integer> positions)
            throws IOException {
        if (positions.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart(name);
        for (int position : positions) {
            writer.write(objects.get(position));
        }
        json.writeEndArray();
    }

    /** Never fewer bytes than the object takes in a body, comma included: for keeping a margin below Braze's 4 MB. */
    public static int sizeOf(TrackObject object) {
        if (object instanceof TrackObject.Attributes attributes) {
            int size = IDENTITY_BYTES + sizeOf(object.respondent());
            for (Map.Entry<String, AnswerValue> attribute : attributes.values().entrySet()) {
                size += Texts.jsonLength(attribute.getKey()) + sizeOf(attribute.getValue()) + "\"\":,".length();
            }
            return size;
        }
        return object instanceof TrackObject.Event event ? sizeOf(event) : 0;
    }

    private static int sizeOf(TrackObject.Event event) {
        return IDENTITY_BYTES
                + EVENT_BYTES
                + sizeOf(event.respondent())
                + sizeOf(event.answer().prompt())
                + event.answer().attribute().map(TrackRequest::sizeOf).orElse(0)
                + event.answer().label().map(TrackRequest::sizeOf).orElse(MOST_TEXT_BYTES)
                + sizeOf(event.answer().value())
                + sizeOf(event.response().surveyName())
                + event.answer().questionType().map(TrackRequest::sizeOf).orElse(0)
                + Texts.jsonLength(event.response().surveyId())
                + Texts.jsonLength(event.answer().questionId())
                + Texts.jsonLength(event.response().responseId());
    }

    private static int sizeOf(Respondent respondent) {
        if (respondent instanceof Respondent.Braze known) {
            return Texts.jsonLength(known.id());
        }
        return respondent instanceof Respondent.External known ? Texts.jsonLength(known.id()) : 0;
    }

    private static int sizeOf(AnswerValue value) {
        if (value instanceof AnswerValue.Text text) {
            return sizeOf(text.value()) + "\"\"".length();
        }
        if (value instanceof AnswerValue.Choices choices) {
            return choices.values().stream()
                            .mapToInt(choice -> sizeOf(choice) + "\"\",".length())
                            .sum()
                    + "[]".length();
        }
        return NUMBER_BYTES;
    }

    private static int sizeOf(String textThatIsCut) {
        return Math.min(Texts.jsonLength(textThatIsCut), MOST_TEXT_BYTES);
    }
}
