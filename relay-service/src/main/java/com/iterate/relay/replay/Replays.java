package com.iterate.relay.replay;

import static com.iterate.relay.database.TransactionThread.prepared;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.iterate.relay.database.Transactions;
import com.iterate.relay.letters.LetterId;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Jobs as people look at them. Blocks. */
@Singleton
public final class Replays {

    /**
     * What became of one letter.
     *
     * @param result absent while it waits
     * @param reason why it failed again, with Braze's status and words
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record LetterResult(
            LetterId letter,
            Optional<Result> result,
            Optional<String> reason,
            Optional<Integer> status,
            Optional<String> response,
            Optional<Instant> endedAt) {}

    private static final String STANDS = """
            select stands, sum(letters) as letters from replay_tally where job = ? group by stands having sum(letters) > 0
            """;

    private static final String RECENTLY = """
            select count(*) from replay_item where job = ? and result is not null and ended_at > now() - interval '1 minute'
            """;

    private static final String LETTERS = """
            select letter_partition, letter_offset, result, reason, status, response, ended_at from replay_item
             where job = ? and (letter_partition, letter_offset) > (?, ?) and ? in ('', coalesce(result, 'WAITING'))
             order by letter_partition, letter_offset limit ?
            """;

    private final Transactions transactions;
    private final JobRows jobs;

    Replays(Transactions transactions, JobRows jobs) {
        this.transactions = transactions;
        this.jobs = jobs;
    }

    Optional<Job> find(long id) {
        return transactions.run(connection -> jobs.find(connection, id));
    }

    Progress progress(long id) {
        return transactions.run(
                connection -> progress(connection, jobs.find(connection, id).orElseThrow()));
    }

    /**
     * Newest first.
     *
     * @param company empty text: of all
     */
    List<Progress> latest(String company, long before, int most) {
        return transactions.run(connection -> {
            List<Progress> latest = new ArrayList<>();
            for (Job job : jobs.latest(connection, company, before, most)) {
                latest.add(progress(connection, job));
            }
            return latest;
        });
    }

    /** @param stands a result, {@code WAITING}, or an empty text for all */
    List<LetterResult> letters(long job, String stands, LetterId after, int most) {
        return transactions.run(connection -> {
            try (PreparedStatement query = prepared(connection, LETTERS)) {
                query.setLong(1, job);
                query.setInt(2, after.partition());
                query.setLong(3, after.offset());
                query.setString(4, stands);
                query.setInt(5, most);
                return letters(query);
            }
        });
    }

    private static Progress progress(Connection connection, Job job) throws SQLException {
        try (PreparedStatement stands = prepared(connection, STANDS);
                PreparedStatement recently = prepared(connection, RECENTLY)) {
            stands.setLong(1, job.id());
            recently.setLong(1, job.id());
            long waiting = 0;
            Map<Result, Long> results = new EnumMap<>(Result.class);
            try (ResultSet row = stands.executeQuery()) {
                while (row.next()) {
                    if (row.getString("stands").equals(Tallies.WAITING)) {
                        waiting = row.getLong("letters");
                    } else {
                        results.put(Result.valueOf(row.getString("stands")), row.getLong("letters"));
                    }
                }
            }
            try (ResultSet row = recently.executeQuery()) {
                row.next();
                return Progress.of(job, waiting, results, row.getLong(1), Instant.now());
            }
        }
    }

    private static List<LetterResult> letters(PreparedStatement query) throws SQLException {
        List<LetterResult> letters = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                letters.add(new LetterResult(
                        Ids.of(row),
                        Optional.ofNullable(row.getString("result")).map(Result::valueOf),
                        Optional.ofNullable(row.getString("reason")),
                        Optional.ofNullable(row.getObject("status", Integer.class)),
                        Optional.ofNullable(row.getString("response")),
                        Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)));
            }
        }
        return letters;
    }
}
