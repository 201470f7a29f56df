package com.iterate.relay.replay;

import static com.iterate.relay.database.TransactionThread.prepared;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Opens the letters again that a job which is over never sent, a piece at a time. */
@Singleton
final class LettingGo {

    /** What some relay has claimed is under way, and that relay says how it ends; unless it was erased meanwhile. */
    private static final String NEVER_SENT = """
            select i.letter_partition, i.letter_offset, i.partition, i.company, coalesce(l.state, 'REPLAYING') as state
              from replay_item i
              left join dead_letter l on (l.letter_partition, l.letter_offset) = (i.letter_partition, i.letter_offset)
             where i.job = ? and i.result is null and (i.claimed_by is null or l.state <> 'REPLAYING')
             limit ?
            """;

    private final Results results;
    private final ReplayConfig config;

    LettingGo(Results results, ReplayConfig config) {
        this.results = results;
        this.config = config;
    }

    /** @return how many; fewer than a whole piece if no more are left */
    int letGo(Connection connection, Job job) throws SQLException {
        List<Ended> ended = new ArrayList<>();
        try (PreparedStatement query = prepared(connection, NEVER_SENT)) {
            query.setLong(1, job.id());
            query.setInt(2, config.collectedAtOnce());
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    Result result = row.getString("state").equals("REPLAYING") ? Result.CANCELLED : Result.DISCARDED;
                    ended.add(
                            Ended.of(job.id(), Ids.of(row), row.getInt("partition"), row.getString("company"), result));
                }
            }
        }
        results.write(connection, ended);
        return ended.size();
    }
}
