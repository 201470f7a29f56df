package com.iterate.relay.erasures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.iterate.backing.BackingTestResource;
import com.iterate.contracts.Respondent;
import com.iterate.erasures.ErasureKeys;
import com.iterate.erasures.ErasureList;
import com.iterate.relay.intake.Neighbours;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Two replicas are two lists over one database. */
@QuarkusTest
@WithTestResource(value = BackingTestResource.class, initArgs = @ResourceArg(name = "database", value = "relay"))
@WithTestResource(Neighbours.class)
class ErasureListTest {

    @Inject
    DataSource database;

    @Inject
    ErasuresConfig config;

    private final Respondent ana = new Respondent.Braze("ana-" + UUID.randomUUID());

    @Test
    void another_replica_learns_of_it_within_seconds() throws SQLException {
        try (ErasureList one = list(Clock.systemUTC());
                ErasureList other = list(Clock.systemUTC())) {
            // given
            other.watch(Duration.ofMillis(100), failure -> {});
            // when
            add(one);
            // then
            await().atMost(Duration.ofSeconds(30)).until(() -> other.people().contains("acme", ana));
            assertThat(other.people().contains("globex", ana)).isFalse();
        }
    }

    @Test
    void who_stores_something_sees_everybody_who_was_added_before_and_nobody_is_added_meanwhile() throws Exception {
        try (ErasureList one = list(Clock.systemUTC());
                ErasureList other = list(Clock.systemUTC());
                Connection stores = database.getConnection()) {
            // given
            stores.setAutoCommit(false);
            assertThat(one.current(stores).contains("acme", ana)).isFalse();
            // when
            CompletableFuture<Void> added = CompletableFuture.runAsync(() -> add(other));
            assertThat(added.isDone()).isFalse();
            stores.commit();
            added.get(30, TimeUnit.SECONDS);
            // then
            assertThat(one.current(stores).contains("acme", ana)).isTrue();
            stores.commit();
            stores.setAutoCommit(true);
        }
    }

    @Test
    void nobody_is_on_it_for_longer_than_kafka_has_copies() throws SQLException {
        Clock longAgo = Clock.fixed(
                Instant.parse("2001-01-01T00:00:00Z"), Clock.systemUTC().getZone());
        try (ErasureList then = list(longAgo);
                ErasureList now = list(Clock.systemUTC())) {
            // given
            add(then);
            then.refresh();
            assertThat(then.people().contains("acme", ana)).isTrue();
            // when
            now.refresh();
            // then
            assertThat(now.people().contains("acme", ana)).isFalse();
        }
    }

    private ErasureList list(Clock clock) {
        return new ErasureList(database, ErasureKeys.read(config.keysFile()), clock);
    }

    private void add(ErasureList list) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            list.add(connection, "acme", ana);
            connection.commit();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
