package com.iterate.relay.projection;

import com.iterate.relay.letters.ErasedPeople.CompanyPerson;
import com.iterate.relay.letters.LetterFilter.Person;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All letters of a batch in one statement: the counts follow it once, and not letter by letter. */
final class LetterTable {

    /** @param value text, number or bytes; nothing where there is none */
    private record Column(String name, String type, Function<Projected, @Nullable Object> value) {}

    private static final List<Column> COLUMNS = List.of(
            new Column("letter_partition", "integer", letter -> letter.id().partition()),
            new Column("letter_offset", "bigint", letter -> letter.id().offset()),
            new Column("appended_at", "timestamptz", Projected::appendedAt),
            new Column("original_topic", "text", letter -> or(letter.origin().topic())),
            new Column(
                    "original_partition",
                    "integer",
                    letter -> or(letter.origin().partition())),
            new Column("original_offset", "bigint", letter -> or(letter.origin().offset())),
            new Column("company", "text", Projected::company),
            new Column("reason", "text", letter -> letter.failure().reason()),
            new Column("status", "integer", letter -> letter.failure().status()),
            new Column("problem", "text", letter -> letter.failure().problem()),
            new Column("response", "text", letter -> letter.failure().response()),
            new Column("fingerprint", "text", letter -> letter.failure()
                    .fingerprint()
                    .value()),
            new Column("survey_id", "text", letter -> or(letter.content().survey())),
            new Column("response_id", "text", letter -> or(letter.content().response())),
            new Column("event_id", "text", letter -> or(letter.content().event())),
            new Column(
                    "event_company",
                    "text",
                    letter -> or(letter.content().person().map(CompanyPerson::company))),
            new Column("respondent_kind", "text", letter -> or(person(letter).map(Person::kind))),
            new Column("respondent_id", "text", letter -> or(person(letter).map(Person::id))),
            new Column(
                    "submitted_at", "timestamptz", letter -> or(letter.content().submittedAt())),
            new Column(
                    "first_failed_at", "timestamptz", letter -> letter.failure().firstAt()),
            new Column(
                    "last_failed_at", "timestamptz", letter -> letter.failure().lastAt()),
            new Column("attempts", "integer", letter -> letter.failure().attempts()),
            new Column("undelivered", "jsonb", letter -> letter.raw().undelivered()),
            new Column("headers", "jsonb", letter -> letter.raw().headers()),
            new Column("key", "bytea", letter -> letter.raw().key()),
            new Column("value", "bytea", letter -> letter.raw().value()),
            new Column("reference", "boolean", letter -> letter.raw().reference()),
            new Column("state", "text", letter -> letter.state().name()),
            new Column("replays", "integer", Projected::replays));

    private static final String INSERT = "insert into dead_letter ("
            + COLUMNS.stream().map(Column::name).collect(Collectors.joining(", "))
            + ") select * from unnest("
            + COLUMNS.stream().map(LetterTable::parameter).collect(Collectors.joining(", "))
            + ") on conflict (letter_partition, letter_offset) do nothing";

    private LetterTable() {}

    static void insert(Connection connection, List<Projected> letters, int timeout) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setQueryTimeout(timeout);
            int index = 1;
            for (Column column : COLUMNS) {
                insert.setArray(index, array(connection, column, letters));
                index++;
            }
            insert.executeUpdate();
        }
    }

    /** All but bytes go as texts, which Postgres reads as what they are. */
    private static String parameter(Column column) {
        return column.type().equals("bytea") ? "?" : "?::text[]::" + column.type() + "[]";
    }

    private static Array array(Connection connection, Column column, List<Projected> letters) throws SQLException {
        if (column.type().equals("bytea")) {
            return connection.createArrayOf(
                    "bytea", letters.stream().map(column.value()).toArray(byte[][]::new));
        }
        return connection.createArrayOf(
                "text",
                letters.stream()
                        .map(column.value())
                        .map(value -> value == null ? null : value.toString())
                        .toArray());
    }

    private static Optional<Person> person(Projected letter) {
        return letter.content().person().map(CompanyPerson::person);
    }

    private static @Nullable Object or(Optional<?> value) {
        return value.orElse(null);
    }
}
