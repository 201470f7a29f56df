package com.iterate.survey.results;

import com.iterate.contracts.AnswerValue;
import com.iterate.contracts.Delivery;
import com.iterate.contracts.Respondent;
import com.iterate.erasures.ErasedPeople;
import com.iterate.erasures.ErasureList;
import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Writes answers in batches. Writing the same again, or an older one later, changes nothing. */
@Singleton
class AnswerStore {

    private static final String RESPONSE = """
            insert into response (company_id, survey_id, response_id, survey_version, braze_id, external_id, started_at, completed_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (company_id, survey_id, response_id) do update set
              survey_version = greatest(response.survey_version, excluded.survey_version),
              started_at = least(response.started_at, excluded.started_at),
              completed_at = least(response.completed_at, excluded.completed_at)
            """;

    private static final String ANSWER = """
            insert into answer (company_id, survey_id, response_id, question_id, question_type, prompt, number, words, flag,
              choices, moment, label, submitted_at, event_id, kafka_partition, kafka_offset, attribute, value_type, deliver)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (company_id, survey_id, response_id, question_id) do update set
              question_type = excluded.question_type, prompt = excluded.prompt, number = excluded.number,
              words = excluded.words, flag = excluded.flag, choices = excluded.choices, moment = excluded.moment,
              label = excluded.label, submitted_at = excluded.submitted_at, event_id = excluded.event_id,
              kafka_partition = excluded.kafka_partition, kafka_offset = excluded.kafka_offset,
              attribute = excluded.attribute, value_type = excluded.value_type, deliver = excluded.deliver
            where (excluded.submitted_at, excluded.kafka_offset) > (answer.submitted_at, answer.kafka_offset)
            """;

    private final DataSource database;

    private final ErasureList erasures;

    AnswerStore(DataSource database, ErasureList erasures) {
        this.database = database;
        this.erasures = erasures;
    }

    /** All of them in one transaction, or none; but nothing of people who were erased. */
    void write(List<RecordedAnswer> read) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                ErasedPeople erased = erasures.current(connection);
                NewestAnswers newest = NewestAnswers.of(read.stream()
                        .filter(each -> !erased.contains(
                                each.event().companyId(), each.event().respondent()))
                        .toList());
                writeResponses(connection, newest);
                writeAnswers(connection, newest);
                connection.commit();
            } catch (SQLException failed) {
                connection.rollback();
                throw failed;
            }
        }
    }

    private static void writeResponses(Connection connection, NewestAnswers newest) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(RESPONSE)) {
            for (NewestAnswers.ResponseSummary response : newest.responses()) {
                Row row = new Row(insert);
                row.text(response.key().companyId());
                row.text(response.key().surveyId());
                row.text(response.key().responseId());
                row.object(response.surveyVersion(), Types.INTEGER);
                row.text(response.respondent() instanceof Respondent.Braze braze ? braze.id() : null);
                row.text(response.respondent() instanceof Respondent.External external ? external.id() : null);
                row.time(Optional.of(response.started()));
                row.time(response.completed());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void writeAnswers(Connection connection, NewestAnswers newest) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(ANSWER)) {
            for (RecordedAnswer read : newest.answers()) {
                Row row = new Row(insert);
                row.text(read.event().companyId());
                row.text(read.event().surveyId());
                row.text(read.event().responseId());
                row.text(read.answer().questionId());
                row.text(read.answer().questionType().orElse(null));
                row.text(read.answer().prompt());
                value(row, connection, read.answer().value());
                row.text(read.answer().label().orElse(null));
                row.time(Optional.of(read.event().submittedAt()));
                row.text(read.eventId());
                row.object(read.position().partition(), Types.INTEGER);
                row.object(read.position().offset(), Types.BIGINT);
                row.text(read.answer().attributeName());
                row.text(read.answer().value().type().wireName());
                row.object(array(connection, read.event().deliver().stream().map(Delivery::wireName)), Types.ARRAY);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void value(Row row, Connection connection, AnswerValue value) throws SQLException {
        row.object(value instanceof AnswerValue.Number number ? number.value() : null, Types.NUMERIC);
        row.text(value instanceof AnswerValue.Text text ? text.value() : null);
        row.object(value instanceof AnswerValue.Bool bool ? bool.value() : null, Types.BOOLEAN);
        row.object(
                value instanceof AnswerValue.Choices choices
                        ? array(connection, choices.values().stream().map(Row::storable))
                        : null,
                Types.ARRAY);
        row.time(value instanceof AnswerValue.Date date ? Optional.of(date.value()) : Optional.empty());
    }

    private static Array array(Connection connection, Stream<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }
}
