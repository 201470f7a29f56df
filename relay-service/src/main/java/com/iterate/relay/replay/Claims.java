package com.iterate.relay.replay;

import static com.iterate.relay.database.TransactionThread.prepared;

import com.iterate.relay.letters.LetterId;
import com.iterate.relay.replay.ReplayLedger.Ask;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The next letters of a job: marked before anybody sends them, so that whoever comes after a crash knows. */
final class Claims {

    /** Held until the end, so that nothing is claimed of a job that was paused or cancelled meanwhile. */
    private static final String PHASE = "select phase from replay_job where id = ? and not paused for share";

    /** Of each partition the oldest, of those the oldest: no index knows the order over several partitions. */
    private static final String CLAIM = """
            update replay_item i set claimed_by = ?
              from (select next.*
                      from unnest(?::integer[]) as mine (partition)
                     cross join lateral (
                           select letter_partition, letter_offset, submitted_at, original_offset
                             from replay_item n
                            where n.job = ? and n.company = ? and n.partition = mine.partition and n.result is null
                              %s
                              and (n.letter_partition, n.letter_offset) not in (select * from unnest(?, ?))
                            order by n.submitted_at, n.original_offset limit ?) next
                     order by submitted_at, original_offset limit ?) taken
             where i.job = ? and i.letter_partition = taken.letter_partition and i.letter_offset = taken.letter_offset
            returning i.letter_partition, i.letter_offset
            """;

    private static final String ANY = CLAIM.formatted("");

    private static final String OF_THE_FIRST = CLAIM.formatted("and n.canary");

    /** Not there yet while the view is read anew; there, but erased; or gone from the topic for good. */
    private static final String GONE = """
            select i.letter_partition, i.letter_offset, i.partition, i.company
              from replay_item i
              left join dead_letter l on (l.letter_partition, l.letter_offset) = (i.letter_partition, i.letter_offset)
              left join letter_position p on p.letter_partition = i.letter_partition
             where i.job = ? and i.result is null
               and (i.letter_partition, i.letter_offset) in (select * from unnest(?, ?))
               and case when l.letter_offset is null then i.letter_offset < p.next_offset
                        else l.state <> 'REPLAYING' or l.key is null or l.value is null end
            """;

    private Claims() {}

    static List<LetterId> take(
            Connection connection, Ask ask, Set<Integer> mine, Collection<LetterId> inHand, UUID owner)
            throws SQLException {
        Optional<Phase> phase = phase(connection, ask.job()).filter(Phase::feeds);
        if (phase.isEmpty()) {
            return List.of();
        }
        try (PreparedStatement claim = prepared(connection, phase.get() == Phase.CANARY ? OF_THE_FIRST : ANY)) {
            claim.setObject(1, owner);
            claim.setArray(2, Ids.array(connection, "integer", mine.toArray()));
            claim.setLong(3, ask.job());
            claim.setString(4, ask.company());
            Ids.set(claim, 5, inHand);
            claim.setInt(7, ask.most());
            claim.setInt(8, ask.most());
            claim.setLong(9, ask.job());
            return Ids.all(claim);
        }
    }

    /** Those of them that nobody can send any more. */
    static List<Ended> gone(Connection connection, long job, Collection<LetterId> letters) throws SQLException {
        try (PreparedStatement query = prepared(connection, GONE)) {
            query.setLong(1, job);
            Ids.set(query, 2, letters);
            List<Ended> gone = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    gone.add(Ended.of(
                            job, Ids.of(row), row.getInt("partition"), row.getString("company"), Result.DISCARDED));
                }
            }
            return gone;
        }
    }

    private static Optional<Phase> phase(Connection connection, long job) throws SQLException {
        try (PreparedStatement query = prepared(connection, PHASE)) {
            query.setLong(1, job);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(Phase.valueOf(row.getString("phase"))) : Optional.empty();
            }
        }
    }
}
