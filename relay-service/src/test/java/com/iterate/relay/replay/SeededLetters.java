package com.iterate.relay.replay;

import com.iterate.relay.letters.LetterId;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** Dead letters straight into the view, in a partition of the dead-letter topic that nothing else uses. */
final class SeededLetters {

    private static final String INSERT = """
            insert into dead_letter (letter_partition, letter_offset, appended_at, original_topic, original_partition,
                   original_offset, company, reason, status, problem, response, fingerprint, survey_id, response_id,
                   respondent_kind, respondent_id, submitted_at, first_failed_at, last_failed_at, attempts, undelivered,
                   headers, key, value, reference, state, replays)
            select ?, o, now() - interval '1 hour', 'survey.responses.v1', ?, o, ?, ?, ?, 'it failed', 'it failed', ?, 's1', 'r1',
                   'braze', 'person' || o, now() - interval '2 hours' + o * interval '1 second', now(), now(), 1,
                   '[{"questionId":"q1","as":"attribute","reason":"REJECTED","status":201}]', '[]',
                   convert_to(? || '|braze:person' || o, 'UTF8'), ?, false, 'OPEN', 0
              from generate_series(?, ?) o
            """;

    private final DataSource database;
    private final int letterPartition;

    SeededLetters(DataSource database, int letterPartition) {
        this.database = database;
        this.letterPartition = letterPartition;
    }

    /** @return their ids, oldest first; the original's offset is the letter's */
    List<LetterId> of(String company, int partition, String reason, int first, int letters) {
        String fingerprint = String.format("%016x", (company + reason).hashCode());
        run(
                "insert into error_text (fingerprint, reason, status, text) values (?, ?, 201, 'it failed')"
                        + " on conflict do nothing",
                fingerprint,
                reason);
        run(
                INSERT,
                letterPartition,
                partition,
                company,
                reason,
                201,
                fingerprint,
                company,
                "{}".getBytes(StandardCharsets.UTF_8),
                first,
                first + letters - 1);
        List<LetterId> ids = new ArrayList<>();
        for (int offset = first; offset < first + letters; offset++) {
            ids.add(new LetterId(letterPartition, offset));
        }
        return ids;
    }

    /** How many letters of this place are in each state. */
    Map<String, Integer> states() {
        return counts("select state, count(*) from dead_letter where letter_partition = ? group by 1", letterPartition);
    }

    Map<String, Integer> tally(long job) {
        return counts(
                "select stands, sum(letters) from replay_tally where job = ? group by 1 having sum(letters) <> 0", job);
    }

    Map<String, Integer> counts(String sql, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            bind(query, values);
            Map<String, Integer> counts = new TreeMap<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    counts.put(row.getString(1), row.getInt(2));
                }
            }
            return counts;
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    void run(String sql, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            statement.executeUpdate();
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
