package com.iterate.relay.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.iterate.backing.BackingTestResource;
import com.iterate.relay.intake.Neighbours;
import com.iterate.webkit.Problem;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

@QuarkusTest
@WithTestResource(value = BackingTestResource.class, initArgs = @ResourceArg(name = "database", value = "relay"))
@WithTestResource(Neighbours.class)
class TransactionsTest {

    @Inject
    DataSource database;

    @Test
    void what_fails_half_way_leaves_nothing() {
        // given
        Transactions transactions = new Transactions(database);
        transactions.run(connection -> execute(connection, "create table half_way (n integer)"));
        // when
        assertThatThrownBy(() -> transactions.run(connection -> {
                    execute(connection, "insert into half_way values (1)");
                    throw Problem.notFound("thing");
                }))
                .hasMessageContaining("no such thing");
        // then
        int rows = transactions.run(TransactionsTest::rows);
        assertThat(rows).isZero();
    }

    @Test
    void who_asks_while_all_turns_are_taken_is_told_to_come_again() {
        // given
        Transactions transactions = new Transactions(database);
        CountDownLatch over = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(4);
        CompletableFuture<?>[] busy = IntStream.range(0, 4)
                .mapToObj(each -> CompletableFuture.runAsync(
                        () -> transactions.run(connection -> await(begun, over)), task -> new Thread(task).start()))
                .toArray(CompletableFuture[]::new);
        await(begun);
        // then
        assertThatThrownBy(() -> transactions.run(connection -> 1)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.status()).isEqualTo(503);
            assertThat(problem.type()).isEqualTo("busy");
        });
        over.countDown();
        CompletableFuture.allOf(busy).join();
        int answered = transactions.run(connection -> 1);
        assertThat(answered).isEqualTo(1);
    }

    @Test
    void a_database_that_is_away_is_no_fault_of_whoever_asks() {
        // given
        PGSimpleDataSource nobody = new PGSimpleDataSource();
        nobody.setServerNames(new String[] {"localhost"});
        nobody.setPortNumbers(new int[] {1});
        // then
        assertThatThrownBy(() -> new Transactions(nobody).run(connection -> 1))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.status()).isEqualTo(503);
                    assertThat(problem.type()).isEqualTo("database-away");
                });
    }

    private static int await(CountDownLatch begun, CountDownLatch over) {
        begun.countDown();
        await(over);
        return 0;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private static int execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    private static int rows(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from half_way")) {
            row.next();
            return row.getInt(1);
        }
    }
}
