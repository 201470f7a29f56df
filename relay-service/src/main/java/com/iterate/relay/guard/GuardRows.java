package com.iterate.relay.guard;

import static com.iterate.relay.database.TransactionThread.prepared;

import com.iterate.relay.database.PartitionOwner;
import com.iterate.relay.database.TransactionThread;
import com.iterate.relay.lanes.Age;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Guards in PostgreSQL. */
@Singleton
final class GuardRows implements GuardLedger {

    private static final String LOAD = """
            select person, partition, company, attribute, submitted_at, nanos, record_offset
              from guarded left join guarded_attribute using (person)
             where partition = any (?) order by person
            """;

    /** Whoever was about to be forgotten is guarded anew. */
    private static final String GUARD = """
            insert into guarded (person, partition, company) values (?, ?, ?)
            on conflict (person) do update set kept_until = null where guarded.kept_until is not null
            """;

    private static final String SENT = """
            insert into guarded_attribute as known (person, attribute, submitted_at, nanos, record_offset)
            values (?, ?, ?, ?, ?)
            on conflict (person, attribute) do update set
                submitted_at = excluded.submitted_at, nanos = excluded.nanos, record_offset = excluded.record_offset
             where (known.submitted_at, known.nanos, known.record_offset)
                 < (excluded.submitted_at, excluded.nanos, excluded.record_offset)
            """;

    private static final String FORGOTTEN = """
            select person from unnest(?) as asked (person)
             where not exists (select 1 from guarded where guarded.person = asked.person)
            """;

    /** One write is under way at a time, and a load for each partition that comes. */
    private static final int MOST_WAITING = 256;

    /** Rows that the driver holds at a time: a partition may have many. */
    private static final int FETCH = 2000;

    private final PartitionOwner owner;
    private final TransactionThread transactions;

    GuardRows(DataSource database, PartitionOwner owner) {
        this.owner = owner;
        this.transactions = new TransactionThread(database, "guard-rows", MOST_WAITING);
    }

    @Override
    public CompletionStage<List<GuardRow>> load(Set<Integer> partitions) {
        return transactions.run(connection -> {
            try (PreparedStatement load = prepared(connection, LOAD)) {
                load.setArray(1, connection.createArrayOf("integer", partitions.toArray()));
                load.setFetchSize(FETCH);
                try (ResultSet row = load.executeQuery()) {
                    return read(row);
                }
            }
        });
    }

    @Override
    public CompletionStage<Set<Integer>> save(Collection<GuardRow> rows) {
        return transactions.run(connection -> {
            Set<Integer> refused = rows.stream().map(GuardRow::partition).collect(Collectors.toSet());
            Set<Integer> mine = owner.mine(connection, refused);
            refused.removeAll(mine);
            // In one order, as everybody does: two relays must not wait for one another.
            List<GuardRow> ordered = rows.stream()
                    .filter(row -> mine.contains(row.partition()))
                    .sorted(Comparator.comparing(row -> row.person().uuid()))
                    .toList();
            guard(ordered, connection);
            sent(ordered, connection);
            return refused;
        });
    }

    @Override
    public CompletionStage<Set<PersonKey>> forgotten(Collection<PersonKey> people) {
        return transactions.run(connection -> {
            try (PreparedStatement query = prepared(connection, FORGOTTEN)) {
                query.setArray(
                        1,
                        connection.createArrayOf(
                                "uuid", people.stream().map(PersonKey::uuid).toArray()));
                Set<PersonKey> forgotten = new HashSet<>();
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        forgotten.add(PersonKey.of(row.getObject("person", UUID.class)));
                    }
                }
                return forgotten;
            }
        });
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

    private static void guard(List<GuardRow> rows, Connection connection) throws SQLException {
        try (PreparedStatement guard = prepared(connection, GUARD)) {
            for (GuardRow row : rows) {
                guard.setObject(1, row.person().uuid());
                guard.setInt(2, row.partition());
                guard.setString(3, row.company());
                guard.addBatch();
            }
            guard.executeBatch();
        }
    }

    private static void sent(List<GuardRow> rows, Connection connection) throws SQLException {
        try (PreparedStatement sent = prepared(connection, SENT)) {
            for (GuardRow row : rows) {
                for (Map.Entry<String, Age> each : row.sent().entrySet()) {
                    sent.setObject(1, row.person().uuid());
                    sent.setString(2, each.getKey());
                    Instant exactly = each.getValue().submittedAt();
                    // The driver would round, and then the answer would be older than itself.
                    Instant submittedAt = exactly.truncatedTo(ChronoUnit.MICROS);
                    sent.setObject(3, submittedAt.atOffset(ZoneOffset.UTC));
                    sent.setInt(4, exactly.getNano() - submittedAt.getNano());
                    sent.setLong(5, each.getValue().offset());
                    sent.addBatch();
                }
            }
            sent.executeBatch();
        }
    }

    /** A person's attributes stand next to one another. */
    private static List<GuardRow> read(ResultSet row) throws SQLException {
        List<GuardRow> rows = new ArrayList<>();
        Map<String, Age> sent = new HashMap<>();
        while (row.next()) {
            PersonKey person = PersonKey.of(row.getObject("person", UUID.class));
            boolean another =
                    rows.isEmpty() || !rows.get(rows.size() - 1).person().equals(person);
            if (another) {
                sent.clear();
            }
            String attribute = row.getString("attribute");
            if (attribute != null) {
                sent.put(attribute, age(row));
            }
            GuardRow read = new GuardRow(person, row.getInt("partition"), row.getString("company"), sent);
            if (another) {
                rows.add(read);
            } else {
                rows.set(rows.size() - 1, read);
            }
        }
        return rows;
    }

    private static Age age(ResultSet row) throws SQLException {
        Instant submittedAt =
                row.getObject("submitted_at", OffsetDateTime.class).toInstant().plusNanos(row.getInt("nanos"));
        return new Age(submittedAt, row.getLong("record_offset"));
    }

    @PreDestroy
    void close() {
        transactions.close();
    }
}
