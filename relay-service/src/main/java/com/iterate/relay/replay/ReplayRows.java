package com.iterate.relay.replay;

import static com.iterate.relay.database.TransactionThread.prepared;

import com.iterate.relay.database.PartitionOwner;
import com.iterate.relay.database.TransactionThread;
import com.iterate.relay.letters.LetterId;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Jobs in PostgreSQL, for the feeder. One thread, so that answers come in the order of the questions. */
@Singleton
final class ReplayRows implements ReplayLedger {

    private static final String WORK = """
            select j.id, t.company, array_agg(t.partition) as partitions, j.rate_per_second
              from replay_job j join replay_tally t on t.job = j.id
             where j.ended_at is null and j.phase in ('CANARY', 'RUNNING') and not j.paused
               and t.stands = 'WAITING' and t.letters > 0 and t.partition = any (?)
             group by j.id, t.company order by j.id
            """;

    private static final String GUARDED = """
            update replay_item set claimed_by = null
             where partition = any (?) and claimed_by is not null and result is null
            """;

    private static final String UNCLAIM = """
            update replay_item set claimed_by = null where partition = any (?) and claimed_by = ? and result is null
               and (letter_partition, letter_offset) not in (select * from unnest(?, ?))
            """;

    /** A look or a claim and a write at a time, and a question for each partition that comes or goes. */
    private static final int MOST_WAITING = 256;

    private final PartitionOwner owner;
    private final Results results;
    private final TransactionThread transactions;

    ReplayRows(DataSource database, PartitionOwner owner, Results results) {
        this.owner = owner;
        this.results = results;
        this.transactions = new TransactionThread(database, "replay-rows", MOST_WAITING);
    }

    @Override
    public CompletionStage<List<Item>> takeOver(Set<Integer> partitions) {
        return transactions.run(connection -> ItemRows.leftOver(connection, partitions));
    }

    @Override
    public CompletionStage<Void> guarded(Set<Integer> partitions) {
        return transactions
                .run(connection -> {
                    Set<Integer> mine = owner.mine(connection, partitions);
                    try (PreparedStatement unclaim = prepared(connection, GUARDED)) {
                        unclaim.setArray(1, Ids.array(connection, "integer", mine.toArray()));
                        return unclaim.executeUpdate();
                    }
                })
                .thenAccept(unclaimed -> {});
    }

    @Override
    public CompletionStage<List<Work>> work(Set<Integer> partitions) {
        return transactions.run(connection -> {
            try (PreparedStatement query = prepared(connection, WORK)) {
                query.setArray(1, Ids.array(connection, "integer", partitions.toArray()));
                return work(query);
            }
        });
    }

    @Override
    public CompletionStage<Claimed> claim(List<Ask> asks, Set<LetterId> inHand) {
        return transactions.run(connection -> {
            Set<Integer> refused =
                    asks.stream().flatMap(ask -> ask.partitions().stream()).collect(Collectors.toSet());
            Set<Integer> mine = owner.mine(connection, refused);
            refused.removeAll(mine);
            List<Item> items = new ArrayList<>();
            for (Ask ask : asks) {
                Set<Integer> partitions = new HashSet<>(ask.partitions());
                partitions.retainAll(mine);
                items.addAll(claim(connection, ask, partitions, inHand));
            }
            return new Claimed(items, refused);
        });
    }

    @Override
    public CompletionStage<Set<Integer>> settle(List<Ended> ended) {
        return transactions.run(connection -> {
            Set<Integer> refused = ended.stream().map(Ended::partition).collect(Collectors.toSet());
            Set<Integer> mine = owner.mine(connection, refused);
            refused.removeAll(mine);
            results.write(
                    connection,
                    ended.stream()
                            .filter(each -> mine.contains(each.partition()))
                            .toList());
            return refused;
        });
    }

    @Override
    public CompletionStage<Void> release(Set<Integer> partitions, Set<LetterId> inHand) {
        return transactions
                .run(connection -> {
                    try (PreparedStatement unclaim = prepared(connection, UNCLAIM)) {
                        unclaim.setArray(1, Ids.array(connection, "integer", partitions.toArray()));
                        unclaim.setObject(2, owner.id());
                        Ids.set(unclaim, 3, inHand);
                        return unclaim.executeUpdate();
                    }
                })
                .thenAccept(unclaimed -> {});
    }

    @Override
    public CompletionStage<Void> takeBack(Set<Integer> partitions) {
        return transactions
                .run(connection -> {
                    owner.take(connection, partitions);
                    return partitions;
                })
                .thenAccept(taken -> {});
    }

    /** Letters that are nobody's to send any more, since somebody erased them meanwhile, end here. */
    private List<Item> claim(Connection connection, Ask ask, Set<Integer> partitions, Set<LetterId> inHand)
            throws SQLException {
        List<LetterId> claimed = Claims.take(connection, ask, partitions, inHand, owner.id());
        List<Item> items = claimed.isEmpty() ? List.of() : ItemRows.these(connection, ask.job(), claimed);
        if (items.size() < claimed.size()) {
            results.write(connection, Claims.gone(connection, ask.job(), claimed));
        }
        return items;
    }

    private static List<Work> work(PreparedStatement query) throws SQLException {
        List<Work> work = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                Integer[] partitions = (Integer[]) row.getArray("partitions").getArray();
                work.add(new Work(
                        row.getLong("id"),
                        row.getString("company"),
                        new HashSet<>(Arrays.asList(partitions)),
                        row.getDouble("rate_per_second")));
            }
        }
        return work;
    }

    @PreDestroy
    void close() {
        transactions.close();
    }
}
