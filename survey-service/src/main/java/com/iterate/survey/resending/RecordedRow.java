package com.iterate.survey.resending;

import com.iterate.contracts.Answer;
import com.iterate.contracts.AnswerType;
import com.iterate.contracts.AnswerValue;
import com.iterate.contracts.Delivery;
import com.iterate.contracts.Respondent;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A row as the answer that it was read from. */
final class RecordedRow {

    static final String COLUMNS = """
            response.response_id, response.survey_version, response.braze_id, response.external_id,
            answer.submitted_at = response.completed_at as ends, answer.question_id, answer.question_type, answer.prompt,
            answer.number, answer.words, answer.flag, answer.choices, answer.moment, answer.label, answer.submitted_at,
            answer.event_id, answer.kafka_offset, answer.attribute, answer.value_type, answer.deliver
            """;

    private RecordedRow() {}

    static Optional<Recorded> read(ResultSet row) throws SQLException {
        Array deliver = row.getArray("deliver");
        Optional<AnswerType> type =
                Optional.ofNullable(row.getString("value_type")).flatMap(AnswerType::ofWireName);
        if (deliver == null || type.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Recorded(
                row.getString("response_id"),
                row.getInt("survey_version"),
                respondent(row.getString("braze_id"), row.getString("external_id")),
                new Answer(
                        row.getString("question_id"),
                        row.getString("prompt"),
                        Optional.ofNullable(row.getString("attribute")),
                        value(row, type.get()),
                        Optional.ofNullable(row.getString("question_type")),
                        Optional.ofNullable(row.getString("label"))),
                row.getObject("submitted_at", OffsetDateTime.class).toInstant(),
                row.getLong("kafka_offset"),
                row.getString("event_id"),
                row.getBoolean("ends") ? Recorded.End.ENDS : Recorded.End.MORE_FOLLOWED,
                forms((String[]) deliver.getArray())));
    }

    static Instant time(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static Respondent respondent(@Nullable String brazeId, @Nullable String externalId) {
        if (brazeId != null) {
            return new Respondent.Braze(brazeId);
        }
        return externalId != null ? new Respondent.External(externalId) : new Respondent.Anonymous();
    }

    private static AnswerValue value(ResultSet row, AnswerType type) throws SQLException {
        Optional<AnswerValue> value =
                switch (type) {
                    case NUMBER ->
                        Optional.ofNullable(row.getObject("number", BigDecimal.class))
                                .map(AnswerValue.Number::new);
                    case TEXT -> Optional.ofNullable(row.getString("words")).map(AnswerValue.Text::new);
                    case BOOLEAN ->
                        Optional.ofNullable(row.getObject("flag", Boolean.class))
                                .map(AnswerValue.Bool::new);
                    case CHOICES -> choices(row.getArray("choices"));
                    case DATE ->
                        Optional.ofNullable(row.getObject("moment", OffsetDateTime.class))
                                .map(moment -> new AnswerValue.Date(moment.toInstant()));
                };
        return value.orElseGet(() -> new AnswerValue.TakenBack(type));
    }

    private static Optional<AnswerValue> choices(@Nullable Array choices) throws SQLException {
        return choices == null
                ? Optional.empty()
                : Optional.of(new AnswerValue.Choices(List.of((String[]) choices.getArray())));
    }

    private static Set<Delivery> forms(String[] names) {
        Set<Delivery> forms = EnumSet.noneOf(Delivery.class);
        for (String name : names) {
            Delivery.ofWireName(name).ifPresent(forms::add);
        }
        return forms;
    }
}
