package com.iterate.contracts;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a record as a {@link ResponseSubmitted}. Reads token by token: this is the relay's hot path. Unknown fields are
 * ignored. Never throws, and no problem that it reports repeats what a respondent wrote.
 */
public final class ResponseDecoder {

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    // The contract is three deep; unknown fields may nest, but not without end.
                    .maxNestingDepth(32)
                    .build())
            // Unknown field names are a stranger's: they must not stay in the JVM's own table for ever.
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private @Nullable String companyId;
    private @Nullable String surveyId;
    private @Nullable String surveyName;
    private int surveyVersion = 1;
    private @Nullable String responseId;
    private Respondent respondent = new Respondent.Anonymous();
    private @Nullable Instant submittedAt;
    private boolean completed;
    private @Nullable Set<Delivery> deliver;
    private @Nullable List<Answer> answers;

    private ResponseDecoder() {}

    /**
     * @param value of the record; {@code null} for a tombstone, which this topic does not know
     */
    public static Decoded decode(byte @Nullable [] value) {
        if (value == null) {
            return new Decoded.Unreadable("", "the record has no value");
        }
        if (value.length > Limits.RECORD_BYTES) {
            return new Decoded.Unreadable("", "the record is longer than " + Limits.RECORD_BYTES + " bytes");
        }
        try (JsonParser parser = JSON.createParser(value)) {
            JsonReader json = new JsonReader(parser);
            try {
                return new Decoded.Event(new ResponseDecoder().read(json));
            } catch (InvalidEvent broken) {
                return new Decoded.Unreadable(json.position(), String.valueOf(broken.getMessage()));
            } catch (JacksonException notJson) {
                long offset = Math.max(0, parser.currentLocation().getByteOffset());
                return new Decoded.Unreadable("byte " + offset, "not valid JSON");
            }
        } catch (IOException unreadable) {
            return new Decoded.Unreadable("byte 0", "not valid JSON");
        }
    }

    private ResponseSubmitted read(JsonReader json) throws IOException {
        json.startObject("an event");
        for (String field = json.nextField(); !field.isEmpty(); field = json.nextField()) {
            switch (field) {
                case "companyId" -> companyId = json.word();
                case "surveyId" -> surveyId = json.word();
                case "surveyName" -> surveyName = json.word();
                case "surveyVersion" -> surveyVersion = json.integer();
                case "responseId" -> responseId = json.string();
                case "respondent" -> respondent = respondent(json);
                case "submittedAt" -> submittedAt = Times.instant(json.string());
                case "completed" -> completed = json.bool();
                case "deliver" -> deliver = deliver(json);
                case "answers" -> answers = answers(json);
                default -> json.skipValue();
            }
        }
        json.end();
        String survey = given(surveyId, "surveyId");
        return new ResponseSubmitted(
                given(companyId, "companyId"),
                survey,
                surveyName == null ? survey : surveyName,
                surveyVersion,
                given(responseId, "responseId"),
                respondent,
                given(submittedAt, "submittedAt"),
                completed,
                given(deliver, "deliver"),
                given(answers, "answers"));
    }

    private static Respondent respondent(JsonReader json) throws IOException {
        if (json.isNull()) {
            return new Respondent.Anonymous();
        }
        json.valueIs(JsonToken.START_OBJECT, "an object");
        Optional<Respondent> found = Optional.empty();
        for (String field = json.nextField(); !field.isEmpty(); field = json.nextField()) {
            Optional<Respondent> next =
                    switch (field) {
                        case "brazeId" -> Optional.of(new Respondent.Braze(json.string()));
                        case "externalId" -> Optional.of(new Respondent.External(json.string()));
                        default -> {
                            json.skipValue();
                            yield Optional.empty();
                        }
                    };
            InvalidEvent.check(
                    next.isEmpty() || found.isEmpty(), "respondent must have one of brazeId and externalId, not both");
            found = found.or(() -> next);
        }
        return found.orElseThrow(() -> new InvalidEvent("respondent must have a brazeId or an externalId"));
    }

    /** Names that a later publisher adds are for later readers. */
    private static Set<Delivery> deliver(JsonReader json) throws IOException {
        Set<Delivery> deliver = EnumSet.noneOf(Delivery.class);
        for (String name : json.words()) {
            Delivery.ofWireName(name).ifPresent(deliver::add);
        }
        return deliver;
    }

    private static List<Answer> answers(JsonReader json) throws IOException {
        json.valueIs(JsonToken.START_ARRAY, "an array");
        List<Answer> answers = new ArrayList<>(1);
        while (json.nextElement()) {
            answers.add(AnswerReader.read(json));
        }
        return answers;
    }

    static <T> T given(@Nullable T value, String field) {
        if (value == null) {
            throw new InvalidEvent(field + " is missing");
        }
        return value;
    }
}
