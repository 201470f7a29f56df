package com.iterate.relay.deliveries;

import com.iterate.relay.database.Transactions;
import com.iterate.relay.deliveries.Standing.Before;
import com.iterate.relay.deliveries.Standing.Marked;
import com.iterate.relay.deliveries.Standing.OpenGap;
import com.iterate.relay.lanes.LaneState;
import com.iterate.relay.lanes.Obstacle;
import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what became of answers. */
@Singleton
class RegisterReader {

    private static final String MARKED = """
            with gap as materialized (
                select partition, opened_at, min(finished) as first from delivery_gap_mark
                 where company = ? and partition = any (?) group by partition, opened_at
            )
            select asked.partition, asked.position, passed.at as passed_at,
                   exists (select 1 from delivery_mark
                            where partition = asked.partition and finished <= asked.position) as marked_before,
                   (select min(caught.at)
                      from gap
                      join lateral (
                           select at from delivery_gap_mark
                            where partition = gap.partition and company = ? and opened_at = gap.opened_at
                              and finished > asked.position
                            order by finished limit 1) as caught on true
                     where gap.partition = asked.partition and gap.first <= asked.position) as caught_up_at
              from unnest(?, ?) as asked (partition, position)
              left join lateral (
                   select at from delivery_mark
                    where partition = asked.partition and finished > asked.position
                    order by finished limit 1) as passed on true
            """;

    private static final String GAPS = """
            select partition, position, open_offsets, until_offset, cause, opened_at
              from gap where company = ? and partition = any (?)
            """;

    /** Seconds. Somebody waits for a page. */
    private static final int TIMEOUT = 3;

    private final Transactions transactions;

    RegisterReader(Transactions transactions) {
        this.transactions = transactions;
    }

    List<Told> of(String company, List<Asked> asked, Optional<LaneState> lane) {
        return transactions.run(connection -> {
            // In this order: a mark is written after the gaps and notes that belong to it, so none of them is missed.
            List<Marked> marked = marked(connection, company, asked);
            Standing standing = new Standing(gaps(connection, company, asked), lane);
            Map<Asked, Map<String, List<Told.Named>>> named = NamedAnswers.of(connection, company, asked);
            return marked.stream()
                    .map(standing::of)
                    .map(told -> told.with(named.getOrDefault(new Asked(told.partition(), told.offset()), Map.of())))
                    .toList();
        });
    }

    private static List<Marked> marked(Connection connection, String company, List<Asked> asked) throws SQLException {
        try (PreparedStatement select = prepared(connection, MARKED)) {
            select.setString(1, company);
            select.setArray(2, partitions(connection, asked));
            select.setString(3, company);
            setPositions(select, 4, asked);
            List<Marked> marked = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    marked.add(new Marked(
                            new Asked(row.getInt("partition"), row.getLong("position")),
                            time(row, "passed_at"),
                            time(row, "caught_up_at"),
                            row.getBoolean("marked_before") ? Before.MARKED : Before.NOTHING_KNOWN));
                }
            }
            return marked;
        }
    }

    private static List<OpenGap> gaps(Connection connection, String company, List<Asked> asked) throws SQLException {
        try (PreparedStatement select = prepared(connection, GAPS)) {
            select.setString(1, company);
            select.setArray(2, partitions(connection, asked));
            List<OpenGap> gaps = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    gaps.add(new OpenGap(
                            row.getInt("partition"),
                            row.getLong("position"),
                            Arrays.asList((Long[]) row.getArray("open_offsets").getArray()),
                            Optional.ofNullable(row.getObject("until_offset", Long.class)),
                            Obstacle.valueOf(row.getString("cause")),
                            time(row, "opened_at").orElse(Instant.EPOCH)));
                }
            }
            return gaps;
        }
    }

    private static Array partitions(Connection connection, List<Asked> asked) throws SQLException {
        return connection.createArrayOf(
                "integer", asked.stream().map(Asked::partition).distinct().toArray());
    }

    static void setPositions(PreparedStatement select, int first, List<Asked> asked) throws SQLException {
        Connection connection = select.getConnection();
        select.setArray(
                first,
                connection.createArrayOf(
                        "integer", asked.stream().map(Asked::partition).toArray()));
        select.setArray(
                first + 1,
                connection.createArrayOf(
                        "bigint", asked.stream().map(Asked::offset).toArray()));
    }

    static PreparedStatement prepared(Connection connection, String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setQueryTimeout(TIMEOUT);
        return statement;
    }

    static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
