package com.iterate.erasures;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The table {@code erasure} of a service's own database. */
final class ErasureTable {

    /** Any number that nothing else in these databases locks. */
    private static final long LOCK = 4_207_091_986L;

    private static final String ALONE = "select pg_advisory_xact_lock(" + LOCK + ")";
    private static final String TOGETHER = "select pg_advisory_xact_lock_shared(" + LOCK + ")";

    private static final String ADD = """
            insert into erasure (company, person, erased_at, keep_until) values (?, ?, ?, ?)
            on conflict (company, person) do update set
                erased_at = excluded.erased_at, keep_until = greatest(erasure.keep_until, excluded.keep_until)
            """;

    private static final String STATE = "select count(*), coalesce(max(number), 0) from erasure";

    private static final String ALL = "select company, person from erasure";

    private static final String FORGET = "delete from erasure where keep_until < ?";

    /** Seconds. */
    private static final int TIMEOUT = 10;

    /** Tells one content of the table from another: numbers are given while nobody else writes. */
    record State(long rows, long newest) {}

    private ErasureTable() {}

    /** Until the end of the transaction nobody else adds, and nobody stores what the list would keep out. */
    static void lockAlone(Connection connection) throws SQLException {
        lock(connection, ALONE);
    }

    /** Until the end of the transaction nobody adds. */
    static void lockTogether(Connection connection) throws SQLException {
        lock(connection, TOGETHER);
    }

    static void add(Connection connection, String company, PersonHash person, Instant now, Instant keepUntil)
            throws SQLException {
        try (PreparedStatement insert = prepared(connection, ADD)) {
            insert.setString(1, company);
            insert.setBytes(2, person.bytes());
            insert.setObject(3, now.atOffset(ZoneOffset.UTC));
            insert.setObject(4, keepUntil.atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }

    static State state(Connection connection) throws SQLException {
        try (PreparedStatement select = prepared(connection, STATE);
                ResultSet row = select.executeQuery()) {
            row.next();
            return new State(row.getLong(1), row.getLong(2));
        }
    }

    static Map<String, Set<PersonHash>> all(Connection connection) throws SQLException {
        try (PreparedStatement select = prepared(connection, ALL);
                ResultSet row = select.executeQuery()) {
            Map<String, Set<PersonHash>> all = new HashMap<>();
            while (row.next()) {
                all.computeIfAbsent(row.getString(1), company -> new HashSet<>())
                        .add(PersonHash.of(row.getBytes(2)));
            }
            return all;
        }
    }

    static void forget(Connection connection, Instant now) throws SQLException {
        try (PreparedStatement delete = prepared(connection, FORGET)) {
            delete.setObject(1, now.atOffset(ZoneOffset.UTC));
            delete.executeUpdate();
        }
    }

    private static void lock(Connection connection, String sql) throws SQLException {
        try (PreparedStatement lock = prepared(connection, sql)) {
            lock.execute();
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setQueryTimeout(TIMEOUT);
        return statement;
    }
}
