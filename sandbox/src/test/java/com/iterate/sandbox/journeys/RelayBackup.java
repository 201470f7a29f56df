package com.iterate.sandbox.journeys;

import com.iterate.backing.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** The relay's database and its group's offsets as they were, the offsets first: as docs/operating.md tells an operator. */
final class RelayBackup {

    private static final String GROUP = "relay-service";

    /** What a dump holds, in an order in which it can be put back; without the audit, which refuses to be emptied. */
    private static final List<String> TABLES = List.of(
            "partition_owner",
            "gap",
            "letter_position",
            "letter_state",
            "dead_letter",
            "error_text",
            "guarded",
            "guarded_attribute",
            "delivery_mark",
            "delivery_gap_mark",
            "delivery_note");

    private final Journey journey;
    private final Database database;
    private final Map<TopicPartition, OffsetAndMetadata> offsets;

    private RelayBackup(Journey journey) {
        this.journey = journey;
        this.database = ((OnThisMachine) journey.system).system().backing().database("relay");
        this.offsets = committed();
        run("drop schema if exists backup cascade", "create schema backup");
        run(TABLES.stream().map(table -> "create table backup." + table + " as table " + table));
    }

    static RelayBackup of(Journey journey) {
        return new RelayBackup(journey);
    }

    /** While no relay runs. */
    void putsTheDatabaseBack() {
        run("truncate " + String.join(", ", TABLES));
        run(TABLES.stream().map(table -> "insert into " + table + " select * from backup." + table));
    }

    /** While no relay runs. */
    void putsTheOffsetsBack() {
        try (Admin kafka = kafka()) {
            kafka.alterConsumerGroupOffsets(GROUP, offsets).all().get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException("the offsets were not put back", e);
        }
    }

    boolean isPassedByTheCommit() {
        return !positions(committed()).equals(positions(offsets));
    }

    private Map<TopicPartition, OffsetAndMetadata> committed() {
        try (Admin kafka = kafka()) {
            return kafka.listConsumerGroupOffsets(GROUP)
                    .partitionsToOffsetAndMetadata()
                    .get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException("Kafka does not say how far the relay is", e);
        }
    }

    private static List<String> positions(Map<TopicPartition, OffsetAndMetadata> offsets) {
        return offsets.entrySet().stream()
                .map(each -> each.getKey() + " " + each.getValue().offset())
                .sorted()
                .toList();
    }

    private Admin kafka() {
        return Admin.create(Map.of("bootstrap.servers", journey.system.kafkaBootstrapServers()));
    }

    private void run(Stream<String> statements) {
        run(statements.toArray(String[]::new));
    }

    private void run(String... statements) {
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String each : statements) {
                statement.execute(each);
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException("the relay's database refuses", e);
        }
    }
}
