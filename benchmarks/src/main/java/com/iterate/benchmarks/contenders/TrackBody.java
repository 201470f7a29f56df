package com.iterate.benchmarks.contenders;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import com.iterate.contracts.Answer;
import com.iterate.contracts.AnswerValue;
import com.iterate.contracts.Decoded;
import com.iterate.contracts.Respondent;
import com.iterate.contracts.ResponseDecoder;
import com.iterate.contracts.ResponseSubmitted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;

/** The same decoding and the same body as our relay's, so that neither makes the difference. Knows numbers only. */
final class TrackBody {

    private static final JsonFactory JSON = new JsonFactory();

    private TrackBody() {}

    static ResponseSubmitted decode(byte[] value) {
        if (ResponseDecoder.decode(value) instanceof Decoded.Event event) {
            return event.value();
        }
        throw new IllegalArgumentException("the benchmarks publish readable answers only");
    }

    static byte[] of(Collection<ResponseSubmitted> events) {
        try (ByteArrayBuilder bytes = new ByteArrayBuilder();
                JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeArrayFieldStart("attributes");
            for (ResponseSubmitted event : events) {
                json.writeStartObject();
                json.writeStringField("braze_id", ((Respondent.Braze) event.respondent()).id());
                json.writeBooleanField("_update_existing_only", true);
                for (Answer answer : event.answers()) {
                    json.writeNumberField(answer.attributeName(), ((AnswerValue.Number) answer.value()).value());
                }
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
            json.close();
            return bytes.toByteArray();
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
    }
}
