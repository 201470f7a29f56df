package com.iterate.relay.letters;

import com.iterate.relay.letters.Change.Failure;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What became of each letter, by compare and set in the caller's transaction. Nothing else writes states.
 *
 * <p>Whoever writes letters does so alone, until the transaction ends ({@link #alone}): keep such transactions short, a few
 * thousand letters at most, and lock rows of your own before the first call or after the last, everywhere alike.
 */
@Singleton
public final class LetterStates {

    /** Any number that nobody else locks in this database. */
    private static final String ALONE = "select pg_advisory_xact_lock(7305104)";

    /** A letter without a row is OPEN; only a caller that moves OPEN ones may make it. */
    private static final String MOVE = """
            insert into letter_state as s (letter_partition, letter_offset, state, replays, last_reason, last_status,
                                           last_response, last_failed_at, changed_at, changed_by, note, history)
            select p, o, ?, ?, ?, ?, ?, ?::timestamptz, now(), ?, ?,
                   jsonb_build_array(jsonb_strip_nulls(jsonb_build_object(
                       'at', now(), 'state', ?::text, 'by', ?::text, 'note', nullif(?, ''),
                       'reason', ?::text, 'status', ?::integer, 'response', ?::text)))
              from unnest(?, ?) as wanted (p, o)
             where ? or exists (select 1 from letter_state where letter_partition = p and letter_offset = o)
             order by p, o
            on conflict (letter_partition, letter_offset) do update set
                state = excluded.state, replays = s.replays + excluded.replays,
                last_reason = coalesce(excluded.last_reason, s.last_reason),
                last_status = coalesce(excluded.last_status, s.last_status),
                last_response = coalesce(excluded.last_response, s.last_response),
                last_failed_at = coalesce(excluded.last_failed_at, s.last_failed_at),
                changed_at = excluded.changed_at, changed_by = excluded.changed_by, note = excluded.note,
                history = s.history || excluded.history
             where s.state = any (?)
            returning letter_partition, letter_offset
            """;

    private static final String THESE =
            " from unnest(?, ?) as moved (p, o) where letter_partition = p and letter_offset = o";

    private static final String COPY = "update dead_letter set state = ?, replays = replays + ?" + THESE;

    private static final String COPY_CAUSE =
            "update dead_letter set reason = ?, status = ?, response = ?, fingerprint = ?, last_failed_at = now(),"
                    + " attempts = attempts + 1" + THESE;

    private static final String FORGET = "update dead_letter set " + Erasure.COLUMNS + THESE;

    private static final String FORGET_HISTORY =
            "update letter_state set last_response = null, history = jsonb_build_array(history -> -1)" + THESE;

    /** Under a wrong key, the content's claim counts too: too much is better erased than too little. */
    private static final String OF_PERSON = """
            select letter_partition, letter_offset from dead_letter
             where respondent_id = ? and respondent_kind = ? and ? in (company, event_company)
            """;

    /** Seconds, the wait for other writers included. */
    static final int TIMEOUT = 20;

    public LetterStates() {}

    /**
     * @param from states of which a letter must be in one; else it stays as it is
     * @return those that really moved, in no order
     */
    public List<LetterId> move(
            Connection connection, Collection<LetterId> letters, Set<State> from, State to, Change change)
            throws SQLException {
        if (letters.isEmpty()) {
            return List.of();
        }
        alone(connection);
        List<LetterId> moved = compareAndSet(connection, letters, from, to, change);
        if (!moved.isEmpty()) {
            copy(connection, moved, to, change);
        }
        return moved;
    }

    /**
     * Makes every letter of a person forget whose it is, whatever its state. Put the person onto the list that the projector
     * asks ({@link ErasedPeople}) first, and commit that: what is on its way into the table is then either found here or
     * erased there.
     *
     * @return the letters, in no order
     */
    public List<LetterId> erase(Connection connection, String company, LetterFilter.Person person, Change change)
            throws SQLException {
        alone(connection);
        List<LetterId> letters = new ArrayList<>();
        try (PreparedStatement find = prepared(connection, OF_PERSON)) {
            find.setString(1, person.id());
            find.setString(2, person.kind());
            find.setString(3, company);
            letters.addAll(ids(find));
        }
        return move(connection, letters, EnumSet.complementOf(EnumSet.of(State.ERASED)), State.ERASED, change);
    }

    /** From here to the end of the transaction nobody else writes letters. */
    public void alone(Connection connection) throws SQLException {
        try (PreparedStatement lock = prepared(connection, ALONE)) {
            lock.execute();
        }
    }

    private static List<LetterId> compareAndSet(
            Connection connection, Collection<LetterId> letters, Set<State> from, State to, Change change)
            throws SQLException {
        try (PreparedStatement move = prepared(connection, MOVE)) {
            Optional<Failure> failure = change.failure();
            move.setString(1, to.name());
            move.setInt(2, replays(change));
            setFailure(move, 3, failure);
            move.setString(6, failure.isPresent() ? "now" : null);
            move.setString(7, change.by().name());
            move.setString(8, change.note());
            move.setString(9, to.name());
            move.setString(10, change.by().name());
            move.setString(11, change.note());
            setFailure(move, 12, failure);
            setIds(move, 15, letters);
            move.setBoolean(17, from.contains(State.OPEN));
            Object[] states = from.stream().map(State::name).toArray();
            move.setArray(18, connection.createArrayOf("text", states));
            return ids(move);
        }
    }

    private static void copy(Connection connection, List<LetterId> moved, State to, Change change) throws SQLException {
        try (PreparedStatement copy = prepared(connection, COPY)) {
            copy.setString(1, to.name());
            copy.setInt(2, replays(change));
            setIds(copy, 3, moved);
            copy.executeUpdate();
        }
        if (change.failure().isPresent()) {
            copyCause(connection, moved, change.failure().get());
        }
        if (to == State.ERASED) {
            for (String forget : List.of(FORGET, FORGET_HISTORY)) {
                try (PreparedStatement update = prepared(connection, forget)) {
                    setIds(update, 1, moved);
                    update.executeUpdate();
                }
            }
        }
    }

    private static void copyCause(Connection connection, List<LetterId> moved, Failure failure) throws SQLException {
        Fingerprint fingerprint = Fingerprint.of(failure.reason().name(), failure.status(), failure.response());
        ErrorTexts.remember(connection, List.of(fingerprint));
        try (PreparedStatement copy = prepared(connection, COPY_CAUSE)) {
            setFailure(copy, 1, Optional.of(failure));
            copy.setString(4, fingerprint.value());
            setIds(copy, 5, moved);
            copy.executeUpdate();
        }
    }

    private static int replays(Change change) {
        return change.failure().isPresent() ? 1 : 0;
    }

    private static void setFailure(PreparedStatement statement, int first, Optional<Failure> failure)
            throws SQLException {
        if (failure.isPresent()) {
            statement.setString(first, failure.get().reason().name());
            statement.setInt(first + 1, failure.get().status());
            statement.setString(first + 2, failure.get().response());
        } else {
            statement.setNull(first, Types.VARCHAR);
            statement.setNull(first + 1, Types.INTEGER);
            statement.setNull(first + 2, Types.VARCHAR);
        }
    }

    private static void setIds(PreparedStatement statement, int first, Collection<LetterId> letters)
            throws SQLException {
        Object[] partitions = letters.stream().map(LetterId::partition).toArray();
        Object[] offsets = letters.stream().map(LetterId::offset).toArray();
        statement.setArray(first, statement.getConnection().createArrayOf("integer", partitions));
        statement.setArray(first + 1, statement.getConnection().createArrayOf("bigint", offsets));
    }

    private static List<LetterId> ids(PreparedStatement query) throws SQLException {
        List<LetterId> ids = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                ids.add(new LetterId(row.getInt(1), row.getLong(2)));
            }
        }
        return ids;
    }

    private static PreparedStatement prepared(Connection connection, String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setQueryTimeout(TIMEOUT);
        return statement;
    }
}
