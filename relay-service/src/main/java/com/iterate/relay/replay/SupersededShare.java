package com.iterate.relay.replay;

import static com.iterate.relay.database.TransactionThread.prepared;

import com.iterate.relay.letters.Condition;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Estimates for how many of some letters something newer was sent to their person, whatever attribute that was. */
final class SupersededShare {

    /** Letters that are looked at: some thousand tell the share within two of a hundred. */
    private static final int SAMPLE = 5000;

    /**
     * One letter in so many of the view: where a filter finds more, it is quicker to look at some pages of the table than for
     * the letters. Below, an index finds them all in some hundred milliseconds.
     */
    private static final int FEW = 20;

    private static final String SHARE = """
            select count(*), count(*) filter (where exists (
                       select 1 from guarded_attribute sent
                        where sent.person = md5(letter.key)::uuid
                          and (sent.submitted_at, sent.record_offset) > (letter.submitted_at, letter.original_offset)))
              from (select l.key, l.submitted_at, l.original_offset from dead_letter l %s) letter
            """;

    private static final String ONE_IN = "(hashint8(l.letter_offset) & 2147483647) % ? = 0";

    private SupersededShare() {}

    /**
     * @param letters how many the condition finds
     * @param all     how many there are
     * @return from 0 to 1
     */
    static double of(Connection connection, Condition condition, long letters, long all) throws SQLException {
        if (letters == 0) {
            return 0;
        }
        return letters < all / FEW
                ? share(connection, few(condition, letters))
                : share(connection, many(condition, letters));
    }

    private static Condition few(Condition condition, long letters) {
        Condition some = condition.and(new Condition(ONE_IN, List.of(Math.max(1, letters / SAMPLE))));
        return new Condition("where " + some.sql() + " limit " + SAMPLE, some.values());
    }

    /** Whole pages of the table at random. */
    private static Condition many(Condition condition, long letters) {
        double percent = Math.min(100, 100.0 * SAMPLE / letters);
        return new Condition("tablesample system (" + percent + ") where " + condition.sql(), condition.values());
    }

    private static double share(Connection connection, Condition sampled) throws SQLException {
        try (PreparedStatement query = prepared(connection, SHARE.formatted(sampled.sql()))) {
            sampled.bind(query, 1);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1) == 0 ? 0 : (double) row.getLong(2) / row.getLong(1);
            }
        }
    }
}
