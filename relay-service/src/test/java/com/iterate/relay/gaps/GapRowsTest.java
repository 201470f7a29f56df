package com.iterate.relay.gaps;

import static org.assertj.core.api.Assertions.assertThat;

import com.iterate.backing.BackingTestResource;
import com.iterate.relay.database.PartitionOwner;
import com.iterate.relay.intake.Neighbours;
import com.iterate.relay.lanes.Obstacle;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = BackingTestResource.class, initArgs = @ResourceArg(name = "database", value = "relay"))
@WithTestResource(Neighbours.class)
class GapRowsTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @Inject
    DataSource database;

    @Test
    void a_gap_is_found_by_the_next_owner_as_it_was_saved() {
        // given
        GapRow skipping = row(100, 42, List.of(7L, 9L), Optional.empty());
        GapRow rejoining = new GapRow(
                100,
                "globex",
                50,
                List.of(49L),
                Optional.of(50L),
                3,
                49,
                Obstacle.OVER_CAP,
                NOON,
                NOON.minusSeconds(60));
        GapRows former = new GapRows(database, new PartitionOwner());
        await(former.takeOver(Set.of(100)));
        // when
        await(former.save(List.of(skipping, rejoining), List.of()));
        // then
        assertThat(await(new GapRows(database, new PartitionOwner()).takeOver(Set.of(100))))
                .containsExactlyInAnyOrder(skipping, rejoining);
    }

    @Test
    void a_gap_that_is_saved_again_moves_and_one_that_is_over_is_gone() {
        // given
        GapRows rows = new GapRows(database, new PartitionOwner());
        await(rows.takeOver(Set.of(101, 102)));
        await(rows.save(List.of(row(101, 42, List.of(7L), Optional.empty())), List.of()));
        await(rows.save(List.of(row(102, 42, List.of(7L), Optional.empty())), List.of()));
        GapRow moved = row(101, 60, List.of(), Optional.of(60L));
        // when
        await(rows.save(List.of(moved), List.of(row(102, 42, List.of(), Optional.of(42L)))));
        // then
        assertThat(await(rows.takeOver(Set.of(101, 102)))).containsExactly(moved);
    }

    @Test
    void what_a_former_owner_writes_is_refused_and_changes_nothing() {
        // given
        GapRows former = new GapRows(database, new PartitionOwner());
        GapRows present = new GapRows(database, new PartitionOwner());
        await(former.takeOver(Set.of(103, 104)));
        await(present.takeOver(Set.of(103)));
        // when
        Set<Integer> refused = await(former.save(
                List.of(row(103, 1, List.of(), Optional.empty()), row(104, 1, List.of(), Optional.empty())),
                List.of()));
        // then
        assertThat(refused).containsExactly(103);
        assertThat(await(present.takeOver(Set.of(103, 104))))
                .extracting(GapRow::partition)
                .containsExactly(104);
    }

    private static GapRow row(int partition, long position, List<Long> open, Optional<Long> until) {
        return new GapRow(partition, "acme", position, open, until, 12, position, Obstacle.SUSPENDED, NOON, NOON);
    }

    private static <T> T await(CompletionStage<T> stage) {
        return stage.toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
    }
}
