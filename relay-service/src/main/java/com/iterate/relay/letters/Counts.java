package com.iterate.relay.letters;

import com.iterate.relay.letters.Spans.Span;
import com.iterate.relay.letters.Summary.Bucket;
import com.iterate.relay.letters.Summary.Group;
import com.iterate.relay.letters.Tally.Cause;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How many letters, of which causes, and when. */
@Singleton
public final class Counts {

    /** A week of hours is as much as a chart shows. */
    private static final Duration LONGEST_BY_HOURS = Duration.ofDays(7);

    private static final String BY_CAUSE = """
            select n.company, n.fingerprint, t.reason, t.status, t.text, n.state, n.letters
              from (select company, fingerprint, state, sum(letters) as letters
                      from (%s) counted group by company, fingerprint, state) n
              join error_text t using (fingerprint)
            """;

    private static final String BY_COMPANY = """
            select company, sum(letters) as letters from (%s) counted group by company having sum(letters) > 0
            """;

    private static final String BY_TIME = """
            select date_trunc(?, n.starts_at, 'UTC') as starts_at, t.reason, sum(n.letters) as letters
              from (%s) n join error_text t using (fingerprint) group by 1, 2 order by 1, 2
            """;

    /** Each minimum and maximum is the end of an index. */
    private static final String SINCE = """
            select g.n, min(l.first_at) as first_at, max(l.last_at) as last_at
              from unnest(?::integer[], ?::text[], ?::text[], ?::text[]) as g (n, company, fingerprint, state)
             cross join lateral (select min(appended_at) as first_at, max(appended_at) as last_at from dead_letter d
                where d.company = g.company and d.fingerprint = g.fingerprint and d.state = g.state) l
             group by g.n
            """;

    Counts() {}

    Summary summary(Connection connection, LetterFilter filter, Instant now) throws SQLException {
        ChronoUnit bucket = bucket(filter, now);
        Tally tally = tally(connection, CountSource.byCompany(filter));
        List<Cause> largest = tally.largest(Summary.MOST_GROUPS);
        return new Summary(
                tally.letters(),
                tally.states(),
                groups(tally, largest, since(connection, tally, largest)),
                tally.causes() - largest.size(),
                word(bucket),
                buckets(connection, CountSource.byTime(filter, bucket), bucket));
    }

    /** How many the filter finds. */
    long letters(Connection connection, LetterFilter filter) throws SQLException {
        return tally(connection, CountSource.byCompany(filter)).letters();
    }

    /** How many the filter finds, by company; an empty text: of none. */
    public Map<String, Long> byCompany(Connection connection, LetterFilter filter) throws SQLException {
        Condition source = CountSource.byCompany(filter);
        try (PreparedStatement select = connection.prepareStatement(BY_COMPANY.formatted(source.sql()))) {
            source.bind(select, 1);
            Map<String, Long> companies = new TreeMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    companies.put(row.getString("company"), row.getLong("letters"));
                }
            }
            return companies;
        }
    }

    private static ChronoUnit bucket(LetterFilter filter, Instant now) {
        return filter.from()
                .map(from -> Duration.between(from, filter.to().orElse(now)))
                .filter(asked -> asked.compareTo(LONGEST_BY_HOURS) <= 0)
                .map(few -> ChronoUnit.HOURS)
                .orElse(ChronoUnit.DAYS);
    }

    private static String word(ChronoUnit bucket) {
        return bucket == ChronoUnit.HOURS ? "hour" : "day";
    }

    private static Tally tally(Connection connection, Condition source) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(BY_CAUSE.formatted(source.sql()))) {
            source.bind(select, 1);
            Tally tally = new Tally();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Cause cause = new Cause(
                            row.getString("company"),
                            row.getString("fingerprint"),
                            row.getString("reason"),
                            row.getInt("status"),
                            row.getString("text"));
                    tally.add(cause, State.valueOf(row.getString("state")), row.getLong("letters"));
                }
            }
            return tally;
        }
    }

    private static List<Group> groups(Tally tally, List<Cause> largest, Map<Integer, Span> since) {
        List<Group> groups = new ArrayList<>();
        for (int n = 0; n < largest.size(); n++) {
            Cause cause = largest.get(n);
            Span seen = since.getOrDefault(n, new Span(Instant.EPOCH, Instant.EPOCH));
            groups.add(new Group(
                    cause.company(),
                    cause.reason(),
                    cause.status(),
                    cause.fingerprint(),
                    cause.text(),
                    tally.letters(cause),
                    tally.states(cause),
                    seen.from(),
                    seen.to()));
        }
        return groups;
    }

    private static Map<Integer, Span> since(Connection connection, Tally tally, List<Cause> causes)
            throws SQLException {
        List<Integer> numbers = new ArrayList<>();
        List<String> companies = new ArrayList<>();
        List<String> fingerprints = new ArrayList<>();
        List<String> states = new ArrayList<>();
        for (int n = 0; n < causes.size(); n++) {
            for (State state : tally.states(causes.get(n)).keySet()) {
                numbers.add(n);
                companies.add(causes.get(n).company());
                fingerprints.add(causes.get(n).fingerprint());
                states.add(state.name());
            }
        }
        try (PreparedStatement select = connection.prepareStatement(SINCE)) {
            select.setArray(1, connection.createArrayOf("integer", numbers.toArray()));
            select.setArray(2, connection.createArrayOf("text", companies.toArray()));
            select.setArray(3, connection.createArrayOf("text", fingerprints.toArray()));
            select.setArray(4, connection.createArrayOf("text", states.toArray()));
            Map<Integer, Span> since = new HashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    if (row.getObject("first_at") != null) {
                        since.put(row.getInt("n"), new Span(time(row, "first_at"), time(row, "last_at")));
                    }
                }
            }
            return since;
        }
    }

    private static List<Bucket> buckets(Connection connection, Condition source, ChronoUnit bucket)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(BY_TIME.formatted(source.sql()))) {
            select.setString(1, word(bucket));
            source.bind(select, 2);
            List<Bucket> buckets = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    buckets.add(new Bucket(time(row, "starts_at"), row.getString("reason"), row.getLong("letters")));
                }
            }
            return buckets;
        }
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
