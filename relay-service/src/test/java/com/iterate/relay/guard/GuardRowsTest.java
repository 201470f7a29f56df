package com.iterate.relay.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.iterate.backing.BackingTestResource;
import com.iterate.relay.database.PartitionOwner;
import com.iterate.relay.intake.Neighbours;
import com.iterate.relay.lanes.Age;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = BackingTestResource.class, initArgs = @ResourceArg(name = "database", value = "relay"))
@WithTestResource(Neighbours.class)
class GuardRowsTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @Inject
    DataSource database;

    @Inject
    GuardSweep sweep;

    @Test
    void guards_are_found_again_as_they_were_saved_to_the_nanosecond() {
        // given
        GuardRows rows = aRelayOwning(800, 801, 802, 803);
        GuardRow ana = row("ana", 800, Map.of("csat", age(7, 123_456_789), "why", age(8, 0)));
        GuardRow ben = row("ben", 800, Map.of());
        // when
        await(rows.save(List.of(ana, ben, row("cyn", 801, Map.of("csat", age(1, 0))))));
        // then
        assertThat(await(rows.load(Set.of(800)))).containsExactlyInAnyOrder(ana, ben);
    }

    @Test
    void whoever_writes_later_what_is_newer_stays() {
        // given
        GuardRows rows = aRelayOwning(800, 801, 802, 803);
        await(rows.save(List.of(row("dan", 802, Map.of("csat", age(7, 500), "why", age(3, 0))))));
        // when
        await(rows.save(List.of(row("dan", 802, Map.of("csat", age(7, 499), "why", age(4, 0))))));
        // then
        assertThat(await(rows.load(Set.of(802))))
                .containsExactly(row("dan", 802, Map.of("csat", age(7, 500), "why", age(4, 0))));
    }

    @Test
    void postgres_computes_the_same_key_of_a_person() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("select md5(convert_to(?, 'UTF8'))::uuid")) {
            query.setString(1, "acme|braze:ana");
            try (ResultSet row = query.executeQuery()) {
                row.next();
                assertThat(row.getObject(1)).isEqualTo(key("ana").uuid());
            }
        }
    }

    @Test
    void people_without_an_open_letter_are_forgotten_after_the_retention_and_guarded_anew_if_need_be()
            throws SQLException {
        // given
        GuardRows rows = aRelayOwning(800, 801, 802, 803);
        await(rows.save(List.of(row("eve", 803, Map.of("csat", age(7, 0))), row("fay", 803, Map.of()))));
        run("update guarded set since = now() - interval '2 hours' where partition = 803");
        // when
        sweep();
        int closed =
                count("select count(*) from guarded where partition = 803 and kept_until > now() + interval '13 days'");
        run("update guarded set kept_until = now() - interval '1 second' where partition = 803");
        await(rows.save(List.of(row("fay", 803, Map.of()))));
        sweep();
        // then
        assertThat(closed).isEqualTo(2);
        assertThat(await(rows.load(Set.of(803)))).containsExactly(row("fay", 803, Map.of()));
        assertThat(count("select count(*) from guarded_attribute where person = '"
                        + key("eve").uuid() + "'"))
                .isZero();
    }

    @Test
    void it_says_of_whom_nothing_is_remembered() {
        // given
        GuardRows rows = aRelayOwning(806);
        await(rows.save(List.of(row("ivy", 806, Map.of()))));
        // then
        assertThat(await(rows.forgotten(List.of(key("ivy"), key("nobody"))))).containsExactly(key("nobody"));
    }

    @Test
    void a_former_owner_writes_nothing() {
        // given
        GuardRows former = aRelayOwning(804, 805);
        aRelayOwning(804);
        // when
        Set<Integer> refused = await(former.save(List.of(row("gus", 804, Map.of()), row("hal", 805, Map.of()))));
        // then
        assertThat(refused).containsExactly(804);
        assertThat(await(former.load(Set.of(804, 805)))).containsExactly(row("hal", 805, Map.of()));
        await(former.takeBack(Set.of(804)));
        assertThat(await(former.save(List.of(row("gus", 804, Map.of()))))).isEmpty();
    }

    private GuardRows aRelayOwning(Integer... partitions) {
        GuardRows rows = new GuardRows(database, new PartitionOwner());
        await(rows.takeBack(Set.of(partitions)));
        return rows;
    }

    private void sweep() throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            sweep.sweep(connection);
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private int count(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }

    private static PersonKey key(String who) {
        return PersonKey.of(("acme|braze:" + who).getBytes(StandardCharsets.UTF_8));
    }

    private static GuardRow row(String who, int partition, Map<String, Age> sent) {
        return new GuardRow(key(who), partition, "acme", sent);
    }

    private static Age age(long second, long nanos) {
        return new Age(NOON.plusSeconds(second).plusNanos(nanos), second);
    }

    private static <T> T await(CompletionStage<T> stage) {
        return stage.toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
    }
}
