package com.iterate.relay.letters;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Letters newest first, page by page, as fast for one letter in a million as for all of them.
 *
 * <p>The counts know which causes and states a filter finds; the newest letters of each of those are the head of an index, and
 * the page is the newest of these. Only where there are too many causes for that is the list gone through, and then it is not
 * long until a page is full.
 */
@Singleton
final class Pages {

    /** Index entries that are looked at for a page: some 30 ms. */
    private static final int MOST_CANDIDATES = 50_000;

    private static final String NEWEST_FIRST =
            " order by l.appended_at desc, l.letter_partition desc, l.letter_offset desc";

    private static final String KEYS =
            "select l.appended_at, l.letter_partition, l.letter_offset from dead_letter l where ";

    private static final String AFTER = "(l.appended_at, l.letter_partition, l.letter_offset) < (?, ?, ?)";

    /** What a filter finds, as far as the counts know. */
    private record Causes(List<String> fingerprints, List<String> states) {}

    /** @return at most {@code size} letters */
    <T> List<T> page(Connection connection, LetterFilter filter, Cursor after, int size, RowReader<T> reader)
            throws SQLException {
        Condition keys = keys(connection, filter, after, size);
        String sql = "select " + reader.columns() + " from (" + keys.sql() + ") page"
                + " join dead_letter l using (letter_partition, letter_offset)"
                + " left join letter_state s using (letter_partition, letter_offset)" + NEWEST_FIRST;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            keys.bind(select, 1);
            return rows(select, reader);
        }
    }

    /** Those of the given letters that the filter finds, in no order. */
    <T> List<T> those(Connection connection, LetterFilter filter, List<LetterId> ids, RowReader<T> reader)
            throws SQLException {
        Condition condition = filter.where().and(among(ids));
        String sql = "select " + reader.columns()
                + " from dead_letter l left join letter_state s using (letter_partition, letter_offset) where "
                + condition.sql();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            condition.bind(select, 1);
            return rows(select, reader);
        }
    }

    private static Condition among(List<LetterId> ids) {
        return Condition.of(
                "(l.letter_partition, l.letter_offset) in (select * from unnest(?::integer[], ?::bigint[]))",
                texts(ids.stream().map(id -> Integer.toString(id.partition()))),
                texts(ids.stream().map(id -> Long.toString(id.offset()))));
    }

    private static String[] texts(Stream<String> texts) {
        return texts.toArray(String[]::new);
    }

    private static Condition keys(Connection connection, LetterFilter filter, Cursor after, int size)
            throws SQLException {
        Optional<Causes> causes = isCounted(filter) ? causes(connection, filter, size) : Optional.empty();
        Condition beyond = Condition.of(
                AFTER,
                after.appendedAt().atOffset(ZoneOffset.UTC),
                after.id().partition(),
                after.id().offset());
        if (causes.isEmpty()) {
            return Condition.of(KEYS)
                    .followedBy(filter.where().and(beyond))
                    .followedBy(Condition.of(NEWEST_FIRST + " limit ?", size));
        }
        Condition ofOneCause = LetterFilter.equal("l.company", filter.company())
                .and(Condition.of("l.fingerprint = cause.fingerprint and l.state = cause.state"))
                .and(filter.between())
                .and(beyond);
        return Condition.of(
                        "select l.appended_at, l.letter_partition, l.letter_offset"
                                + " from unnest(?, ?) as cause (fingerprint, state) cross join lateral (" + KEYS,
                        causes.get().fingerprints().toArray(String[]::new),
                        causes.get().states().toArray(String[]::new))
                .followedBy(ofOneCause)
                .followedBy(Condition.of(NEWEST_FIRST + " limit ?) l" + NEWEST_FIRST + " limit ?", size, size));
    }

    /** The counts do not know surveys and people, which have indexes of their own; and for everything the list itself is best. */
    private static boolean isCounted(LetterFilter filter) {
        return filter.survey().isEmpty() && filter.respondent().isEmpty() && !filter.meansAll();
    }

    private static Optional<Causes> causes(Connection connection, LetterFilter filter, int size) throws SQLException {
        Condition counted = filter.counted();
        String sql = "select c.fingerprint, c.state from letter_count c where c.grain = 'all' and c.letters > 0 and "
                + counted.sql() + " limit ?";
        int most = MOST_CANDIDATES / size;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setInt(counted.bind(select, 1), most + 1);
            Causes causes = new Causes(new ArrayList<>(), new ArrayList<>());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    causes.fingerprints().add(row.getString(1));
                    causes.states().add(row.getString(2));
                }
            }
            return causes.states().size() > most ? Optional.empty() : Optional.of(causes);
        }
    }

    private static <T> List<T> rows(PreparedStatement select, RowReader<T> reader) throws SQLException {
        List<T> rows = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                rows.add(reader.read(row));
            }
        }
        return rows;
    }
}
