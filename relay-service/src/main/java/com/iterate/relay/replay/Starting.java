package com.iterate.relay.replay;

import static com.iterate.relay.database.TransactionThread.prepared;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.iterate.relay.audit.Action;
import com.iterate.relay.audit.Audit;
import com.iterate.relay.audit.Entry;
import com.iterate.relay.audit.Who;
import com.iterate.relay.letters.Condition;
import com.iterate.webkit.Problem;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes jobs, and has it recorded who wanted them. */
@Singleton
final class Starting {

    private static final String INSERT = """
            insert into replay_job (phase, company, filter, rate_per_second, canary, rename, started_at, started_by, started_as)
            values ('COLLECTING', ?, ?::jsonb, ?, ?, ?::jsonb, clock_timestamp(), ?, ?) returning id
            """;

    private static final String KNOWN = "select count(*) from dead_letter l where ";

    /** Members of the one company whose letters they all are may see it. */
    private static final String OF_ONE_COMPANY = """
            update replay_job set company = (select min(company) from replay_tally where job = ?)
             where id = ? and company = '' and (select count(distinct company) from replay_tally where job = ?) = 1
            """;

    private final JobRows jobs;
    private final Collecting collecting;
    private final Audit audit;
    private final ObjectMapper json;

    Starting(JobRows jobs, Collecting collecting, Audit audit, ObjectMapper json) {
        this.jobs = jobs;
        this.collecting = collecting;
        this.audit = audit;
        this.json = json;
    }

    /**
     * In the caller's transaction, which ends the job as well if it is rolled back.
     *
     * @param company whose members may see it; empty text: the operators alone
     * @param action  what it is in the audit
     * @return empty if no letter was free
     * @throws Problem 404 if an id is none of a letter that the company may know of
     */
    Optional<Job> start(Connection connection, Who who, Action action, String company, Order order)
            throws SQLException {
        Job job = insert(connection, who, company, order);
        int letters;
        if (order.chosen() instanceof Order.ByIds byIds) {
            known(connection, byIds);
            letters = collecting.theseOf(connection, job, byIds, byIds.ids().size());
            nameTheCompany(connection, job);
        } else {
            letters = collecting.goOn(connection, job);
        }
        Job begun = locked(connection, job.id());
        if (letters == 0 && begun.phase() != Phase.COLLECTING) {
            return Optional.empty();
        }
        audit.record(connection, new Entry(who, action, begun.ofCompany(), details(begun, order, letters)));
        return Optional.of(begun);
    }

    private Job insert(Connection connection, Who who, String company, Order order) throws SQLException {
        try (PreparedStatement insert = prepared(connection, INSERT)) {
            insert.setString(1, company);
            insert.setString(
                    2, order.chosen() instanceof Order.ByFilter byFilter ? collecting.json(byFilter.filter()) : null);
            insert.setDouble(3, order.ratePerSecond());
            insert.setDouble(4, order.canary().mayFail());
            insert.setString(5, json(order.rename()));
            insert.setString(6, who.name());
            insert.setString(7, who.role());
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                return locked(connection, row.getLong("id"));
            }
        }
    }

    private static void known(Connection connection, Order.ByIds byIds) throws SQLException {
        Condition these = byIds.where();
        try (PreparedStatement query = prepared(connection, KNOWN + these.sql())) {
            these.bind(query, 1);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                if (row.getInt(1) < byIds.ids().size()) {
                    throw Problem.notFound("dead letter");
                }
            }
        }
    }

    private static void nameTheCompany(Connection connection, Job job) throws SQLException {
        try (PreparedStatement update = prepared(connection, OF_ONE_COMPANY)) {
            update.setLong(1, job.id());
            update.setLong(2, job.id());
            update.setLong(3, job.id());
            update.executeUpdate();
        }
    }

    private Job locked(Connection connection, long id) throws SQLException {
        return jobs.lock(connection, List.of(id)).get(0);
    }

    /** The number of letters is final unless the job still collects. */
    private static Map<String, Object> details(Job job, Order order, int letters) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("replay", job.id());
        details.put("letters", letters);
        details.put("complete", job.phase() != Phase.COLLECTING);
        if (order.chosen() instanceof Order.ByFilter byFilter) {
            details.put("filter", byFilter.filter().described());
        } else if (order.chosen() instanceof Order.ByIds byIds) {
            details.put("chosen", byIds.ids().size());
        }
        details.put("ratePerSecond", job.ratePerSecond());
        details.put("canary", job.canary().mayFail());
        if (!job.rename().isEmpty()) {
            details.put("rename", job.rename());
        }
        return details;
    }

    private String json(Map<String, String> rename) {
        try {
            return json.writeValueAsString(rename);
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }
}
