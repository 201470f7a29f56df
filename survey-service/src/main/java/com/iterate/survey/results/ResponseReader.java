package com.iterate.survey.results;

import com.iterate.contracts.Delivery;
import com.iterate.survey.relay.DeliveryState;
import com.iterate.survey.relay.Position;
import com.iterate.survey.results.Responses.OneAnswer;
import com.iterate.survey.results.Responses.OneResponse;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows of responses beside their answers as whole responses, one after the other: never more than one is held. */
final class ResponseReader {

    static final String COLUMNS = """
            response.response_id, response.survey_version, response.braze_id, response.external_id, response.started_at,
            response.completed_at, answer.question_id, answer.question_type, answer.number, answer.words, answer.flag,
            answer.choices, answer.moment, answer.label, answer.submitted_at, answer.kafka_partition, answer.kafka_offset,
            answer.deliver
            """;

    private final ResultSet row;
    private boolean hasRow;

    ResponseReader(ResultSet row) throws SQLException {
        this.row = row;
        this.hasRow = row.next();
    }

    Optional<OneResponse> next() throws SQLException {
        if (!hasRow) {
            return Optional.empty();
        }
        String id = row.getString("response_id");
        List<OneAnswer> answers = new ArrayList<>();
        OneResponse response = new OneResponse(
                id,
                row.getInt("survey_version"),
                Optional.ofNullable(row.getString("braze_id")),
                Optional.ofNullable(row.getString("external_id")),
                time("started_at").orElse(Instant.EPOCH),
                time("completed_at"),
                answers);
        while (hasRow && id.equals(row.getString("response_id"))) {
            if (row.getString("question_id") != null) {
                answers.add(answer());
            }
            hasRow = row.next();
        }
        return Optional.of(response);
    }

    private OneAnswer answer() throws SQLException {
        return new OneAnswer(
                row.getString("question_id"),
                Optional.ofNullable(row.getString("question_type")).orElse(""),
                value(),
                Optional.ofNullable(row.getString("label")).orElse(""),
                time("submitted_at").orElse(Instant.EPOCH),
                new Position(row.getInt("kafka_partition"), row.getLong("kafka_offset")),
                delivery());
    }

    /** How it stands is the relay's to say. */
    private Optional<List<DeliveryState>> delivery() throws SQLException {
        Array deliver = row.getArray("deliver");
        return deliver == null
                ? Optional.empty()
                : Optional.of(Stream.of((String[]) deliver.getArray())
                        .flatMap(form -> Delivery.ofWireName(form).stream())
                        .sorted()
                        .map(form -> DeliveryState.unknown(form == Delivery.BRAZE_EVENTS ? "event" : "attribute"))
                        .toList());
    }

    /** The one column that is set; null is an answer that was taken back. */
    private @Nullable Object value() throws SQLException {
        for (String column : List.of("number", "words", "flag")) {
            Object value = row.getObject(column);
            if (value != null) {
                return value;
            }
        }
        Array choices = row.getArray("choices");
        return choices != null
                ? List.of((String[]) choices.getArray())
                : time("moment").orElse(null);
    }

    private Optional<Instant> time(String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
