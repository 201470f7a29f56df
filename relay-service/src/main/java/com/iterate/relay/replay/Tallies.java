package com.iterate.relay.replay;

import static com.iterate.relay.database.TransactionThread.prepared;

import com.iterate.relay.letters.LetterId;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How many letters of each job stand where. */
@Singleton
final class Tallies {

    static final String WAITING = "WAITING";

    private record Key(long job, int partition, String company, String stands) {}

    private static final Comparator<Key> ORDER = Comparator.comparingLong(Key::job)
            .thenComparingInt(Key::partition)
            .thenComparing(Key::company)
            .thenComparing(Key::stands);

    private static final String ADD = """
            insert into replay_tally as t (job, partition, company, stands, letters) values (?, ?, ?, ?, ?)
            on conflict (job, partition, company, stands) do update set letters = t.letters + excluded.letters
            """;

    private static final String COLLECTED = """
            insert into replay_tally as t (job, partition, company, stands, letters)
            select job, partition, company, 'WAITING', count(*) from replay_item
             where job = ? and (letter_partition, letter_offset) in (select * from unnest(?, ?))
             group by 1, 2, 3
            on conflict (job, partition, company, stands) do update set letters = t.letters + excluded.letters
            """;

    private static final String WAIT = """
            select coalesce(sum(letters), 0) from replay_tally where job = ? and stands = 'WAITING'
            """;

    private static final String TRIED = """
            select count(*), count(*) filter (where result is null),
                   count(*) filter (where result in ('FAILED_AGAIN', 'QUARANTINED'))
              from replay_item where job = ? and canary
            """;

    Tallies() {}

    void add(Connection connection, long job, List<LetterId> collected) throws SQLException {
        try (PreparedStatement add = prepared(connection, COLLECTED)) {
            add.setLong(1, job);
            Ids.set(add, 2, collected);
            add.executeUpdate();
        }
    }

    void move(Connection connection, List<Ended> ended) throws SQLException {
        Map<Key, Long> changes = new HashMap<>();
        for (Ended each : ended) {
            changes.merge(new Key(each.job(), each.partition(), each.company(), WAITING), -1L, Long::sum);
            String result = each.result().name();
            changes.merge(new Key(each.job(), each.partition(), each.company(), result), 1L, Long::sum);
        }
        try (PreparedStatement add = prepared(connection, ADD)) {
            for (Key key : changes.keySet().stream().sorted(ORDER).toList()) {
                add.setLong(1, key.job());
                add.setInt(2, key.partition());
                add.setString(3, key.company());
                add.setString(4, key.stands());
                add.setLong(5, changes.getOrDefault(key, 0L));
                add.addBatch();
            }
            add.executeBatch();
        }
    }

    Tally of(Connection connection, long job) throws SQLException {
        try (PreparedStatement wait = prepared(connection, WAIT);
                PreparedStatement tried = prepared(connection, TRIED)) {
            wait.setLong(1, job);
            tried.setLong(1, job);
            try (ResultSet waits = wait.executeQuery();
                    ResultSet first = tried.executeQuery()) {
                waits.next();
                first.next();
                return new Tally(waits.getLong(1), new Tally.Tried(first.getInt(1), first.getInt(2), first.getInt(3)));
            }
        }
    }
}
