package com.iterate.relay.replay;

import static com.iterate.relay.database.TransactionThread.prepared;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The table of jobs. */
@Singleton
final class JobRows {

    private static final String READ = """
            select id, phase, paused, company, rate_per_second, canary, rename, started_at, started_by, started_as, ended_at
              from replay_job
            """;

    /** In one order, as everybody does. */
    private static final String LOCK = READ + " where id = any (?) order by id for update";

    private static final String ONE = READ + " where id = ?";

    /** Newest first. */
    private static final String LATEST = READ + " where ? in ('', company) and id < ? order by id desc limit ?";

    /** A filter may name somebody: of a job that is over it goes, also if not all of its letters were collected. */
    private static final String ENTER = """
            with next (phase, is_over) as (select ?::text, ? in ('STOPPED', 'CANCELLED', 'DONE'))
            update replay_job set phase = next.phase, ended_at = case when is_over then now() end,
                   filter = case when is_over then null else filter end
              from next where id = ?
            """;

    private static final String PAUSE = """
            update replay_job set paused = ?
             where id = ? and paused <> ? and phase in ('COLLECTING', 'CANARY', 'RUNNING')
            """;

    JobRows() {}

    List<Job> lock(Connection connection, Collection<Long> ids) throws SQLException {
        try (PreparedStatement query = prepared(connection, LOCK)) {
            query.setArray(
                    1, Ids.array(connection, "bigint", ids.stream().distinct().toArray()));
            return read(query);
        }
    }

    Optional<Job> find(Connection connection, long id) throws SQLException {
        try (PreparedStatement query = prepared(connection, ONE)) {
            query.setLong(1, id);
            return read(query).stream().findFirst();
        }
    }

    /**
     * @param company empty text: of all
     * @param before  older than this one
     */
    List<Job> latest(Connection connection, String company, long before, int most) throws SQLException {
        try (PreparedStatement query = prepared(connection, LATEST)) {
            query.setString(1, company);
            query.setLong(2, before);
            query.setInt(3, most);
            return read(query);
        }
    }

    void enter(Connection connection, long id, Phase phase) throws SQLException {
        try (PreparedStatement update = prepared(connection, ENTER)) {
            update.setString(1, phase.name());
            update.setString(2, phase.name());
            update.setLong(3, id);
            update.executeUpdate();
        }
    }

    /** @return whether that changed anything */
    boolean pause(Connection connection, long id, Pausing pausing) throws SQLException {
        try (PreparedStatement update = prepared(connection, PAUSE)) {
            update.setBoolean(1, pausing == Pausing.PAUSE);
            update.setLong(2, id);
            update.setBoolean(3, pausing == Pausing.PAUSE);
            return update.executeUpdate() == 1;
        }
    }

    /** What somebody wants of a job that is not over. */
    enum Pausing {
        PAUSE,
        RESUME
    }

    private static List<Job> read(PreparedStatement query) throws SQLException {
        List<Job> jobs = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                jobs.add(new Job(
                        row.getLong("id"),
                        Phase.valueOf(row.getString("phase")),
                        row.getBoolean("paused"),
                        row.getString("company"),
                        row.getDouble("rate_per_second"),
                        new Canary(row.getDouble("canary")),
                        ItemRows.value(row.getString("rename"), new TypeReference<Map<String, String>>() {}),
                        row.getObject("started_at", OffsetDateTime.class).toInstant(),
                        row.getString("started_by"),
                        row.getString("started_as"),
                        Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)));
            }
        }
        return jobs;
    }
}
