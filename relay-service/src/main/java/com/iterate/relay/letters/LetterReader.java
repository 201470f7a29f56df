package com.iterate.relay.letters;

import com.iterate.relay.letters.Letter.LastChange;
import com.iterate.relay.letters.Letter.Original;
import com.iterate.relay.letters.LetterFilter.Person;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Rows as lines of a list, with whose they are. */
final class LetterReader implements RowReader<Letter> {

    private static final String COLUMNS = """
            l.letter_partition, l.letter_offset, l.company, l.state, l.replays, l.reason, l.status, l.problem, l.response,
            l.fingerprint, l.survey_id, l.response_id, l.respondent_kind, l.respondent_id, l.attempts, l.appended_at,
            l.submitted_at, l.first_failed_at, l.last_failed_at, l.original_topic, l.original_partition, l.original_offset,
            s.changed_at, s.changed_by, s.note
            """;

    @Override
    public String columns() {
        return COLUMNS;
    }

    @Override
    public Letter read(ResultSet row) throws SQLException {
        return new Letter(
                new LetterId(row.getInt("letter_partition"), row.getLong("letter_offset")),
                row.getString("company"),
                State.valueOf(row.getString("state")),
                row.getInt("replays"),
                row.getString("reason"),
                row.getInt("status"),
                row.getString("problem"),
                row.getString("response"),
                row.getString("fingerprint"),
                Optional.ofNullable(row.getString("survey_id")),
                Optional.ofNullable(row.getString("response_id")),
                person(row),
                row.getInt("attempts"),
                time(row, "appended_at").orElse(Instant.EPOCH),
                time(row, "submitted_at"),
                time(row, "first_failed_at").orElse(Instant.EPOCH),
                time(row, "last_failed_at").orElse(Instant.EPOCH),
                original(row),
                change(row));
    }

    private static Optional<Person> person(ResultSet row) throws SQLException {
        String kind = row.getString("respondent_kind");
        if (kind == null) {
            return Optional.empty();
        }
        Optional<String> id = Optional.ofNullable(row.getString("respondent_id"));
        return Optional.of(kind.equals("braze") ? new Person(id, Optional.empty()) : new Person(Optional.empty(), id));
    }

    private static Optional<Original> original(ResultSet row) throws SQLException {
        String topic = row.getString("original_topic");
        int partition = row.getInt("original_partition");
        long offset = row.getLong("original_offset");
        return topic == null || row.wasNull() ? Optional.empty() : Optional.of(new Original(topic, partition, offset));
    }

    private static Optional<LastChange> change(ResultSet row) throws SQLException {
        Optional<Instant> at = time(row, "changed_at");
        return at.isEmpty()
                ? Optional.empty()
                : Optional.of(new LastChange(at.get(), row.getString("changed_by"), row.getString("note")));
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
