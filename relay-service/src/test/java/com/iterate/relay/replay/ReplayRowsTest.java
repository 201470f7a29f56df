package com.iterate.relay.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.iterate.backing.BackingTestResource;
import com.iterate.contracts.Respondent;
import com.iterate.relay.audit.Action;
import com.iterate.relay.audit.Who;
import com.iterate.relay.database.PartitionOwner;
import com.iterate.relay.database.Transactions;
import com.iterate.relay.deadletters.Reason;
import com.iterate.relay.intake.Neighbours;
import com.iterate.relay.lanes.VirtualTime;
import com.iterate.relay.letters.Change.Failure;
import com.iterate.relay.letters.LetterFilter;
import com.iterate.relay.letters.LetterId;
import com.iterate.relay.replay.ReplayLedger.Ask;
import com.iterate.relay.replay.ReplayLedger.Claimed;
import com.iterate.relay.replay.ReplayLedger.Work;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = BackingTestResource.class, initArgs = @ResourceArg(name = "database", value = "relay"))
@WithTestResource(Neighbours.class)
class ReplayRowsTest {

    private static final Who AMY = new Who("amy@acme.example", "admin");
    private static final Canary NO_CANARY = new Canary(1);

    @Inject
    DataSource database;

    @Inject
    Transactions transactions;

    @Inject
    Starting starting;

    @Inject
    Steering steering;

    @Inject
    Replays replays;

    @Inject
    Results results;

    @Inject
    LettingGo lettingGo;

    @Inject
    JobRows jobs;

    @Inject
    ReplayConfig config;

    @Test
    void letters_are_taken_oldest_first_and_their_results_add_up() {
        // given
        SeededLetters letters = new SeededLetters(database, 910);
        List<LetterId> ids = letters.of("rows-a", 910, "REJECTED", 0, 5);
        Job job = start(new Order.ByIds(ids, Optional.empty()), NO_CANARY).orElseThrow();
        ReplayRows relay = aRelayOwning(910);
        // when
        List<Work> work = await(relay.work(Set.of(910)));
        List<Item> first = claim(relay, job, 910, 3, Set.of());
        List<Item> second = claim(relay, job, 910, 9, Set.copyOf(letterIds(first)));
        await(relay.settle(List.of(
                Ended.of(first.get(0), Result.DELIVERED),
                Ended.of(first.get(1), Result.SUPERSEDED),
                Ended.failed(first.get(2), failure(), first.get(2).pieces(), 3))));
        // then
        assertThat(work).contains(new Work(job.id(), "rows-a", Set.of(910), 50));
        assertThat(letterIds(first)).isEqualTo(ids.subList(0, 3));
        assertThat(letterIds(second)).isEqualTo(ids.subList(3, 5));
        assertThat(first.get(0).pieces()).containsExactly(new Piece("q1", "attribute"));
        assertThat(letters.tally(job.id()))
                .isEqualTo(Map.of("WAITING", 2, "DELIVERED", 1, "SUPERSEDED", 1, "FAILED_AGAIN", 1));
        assertThat(letters.states()).isEqualTo(Map.of("DELIVERED", 1, "SUPERSEDED", 1, "OPEN", 1, "REPLAYING", 2));
        assertThat(replays.progress(job.id()).company()).contains("rows-a");
    }

    @Test
    void a_result_that_is_written_twice_counts_once() {
        // given
        SeededLetters letters = new SeededLetters(database, 911);
        Job job = start(new Order.ByIds(letters.of("rows-b", 911, "REJECTED", 0, 2), Optional.empty()), NO_CANARY)
                .orElseThrow();
        ReplayRows relay = aRelayOwning(911);
        List<Item> items = claim(relay, job, 911, 9, Set.of());
        Ended failed = Ended.failed(items.get(0), failure(), items.get(0).pieces(), 3);
        // when
        await(relay.settle(List.of(failed)));
        await(relay.settle(List.of(failed, Ended.of(items.get(0), Result.DELIVERED))));
        // then
        assertThat(letters.tally(job.id())).isEqualTo(Map.of("WAITING", 1, "FAILED_AGAIN", 1));
        assertThat(letters.counts(
                        "select state, replays from dead_letter where letter_partition = 911 and letter_offset = 0"))
                .isEqualTo(Map.of("OPEN", 1));
    }

    @Test
    void however_many_start_the_same_at_once_each_letter_is_in_one_job() {
        // given
        SeededLetters letters = new SeededLetters(database, 912);
        List<LetterId> ids = letters.of("rows-c", 912, "REJECTED", 0, 300);
        LetterFilter filter = LetterFilter.ALL.ofCompany("rows-c");
        // when
        List<CompletableFuture<Optional<Job>>> all = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            all.add(CompletableFuture.supplyAsync(() -> start(new Order.ByIds(ids, Optional.empty()), NO_CANARY)));
            all.add(CompletableFuture.supplyAsync(() -> start(new Order.ByFilter(filter), NO_CANARY)));
        }
        long begun = all.stream().filter(each -> each.join().isPresent()).count();
        // then
        assertThat(begun).isEqualTo(1);
        assertThat(letters.counts("select 'all', count(*) from replay_item where letter_partition = 912"))
                .isEqualTo(Map.of("all", 300));
    }

    @Test
    void a_job_stops_when_too_many_of_its_first_ten_fail_and_the_others_are_open_again() {
        // given
        SeededLetters letters = new SeededLetters(database, 913);
        letters.of("rows-d", 913, "REJECTED", 0, 100);
        Job job = start(new Order.ByFilter(LetterFilter.ALL.ofCompany("rows-d")), new Canary(0.2))
                .orElseThrow();
        ReplayRows relay = aRelayOwning(913);
        // when
        List<Item> tried = claim(relay, job, 913, 50, Set.of());
        await(relay.settle(tried.stream()
                .map(item -> Ended.failed(item, failure(), item.pieces(), 3))
                .toList()));
        List<Item> more = claim(relay, job, 913, 50, Set.of());
        transactions.run(connection ->
                lettingGo.letGo(connection, jobs.find(connection, job.id()).orElseThrow()));
        // then
        assertThat(job.phase()).isEqualTo(Phase.CANARY);
        assertThat(tried).hasSize(10);
        assertThat(more).isEmpty();
        assertThat(replays.progress(job.id()).state()).isEqualTo("STOPPED");
        assertThat(letters.tally(job.id())).isEqualTo(Map.of("FAILED_AGAIN", 10, "CANCELLED", 90));
        assertThat(letters.states()).isEqualTo(Map.of("OPEN", 100));
        assertThat(
                        letters.counts(
                                "select action, count(*) from audit where company = 'rows-d' and role in ('admin', 'system') group by 1"))
                .isEqualTo(Map.of("replay-start", 1, "replay-stopped", 1));
    }

    @Test
    void after_three_failures_a_letter_is_quarantined_and_goes_only_by_its_id() {
        // given
        SeededLetters letters = new SeededLetters(database, 914);
        List<LetterId> ids = letters.of("rows-e", 914, "REJECTED", 0, 1);
        ReplayRows relay = aRelayOwning(914);
        // when
        for (int i = 0; i < 3; i++) {
            Job job = start(new Order.ByFilter(LetterFilter.ALL.ofCompany("rows-e")), NO_CANARY)
                    .orElseThrow();
            Item item = claim(relay, job, 914, 1, Set.of()).get(0);
            await(relay.settle(List.of(Ended.failed(item, failure(), item.pieces(), 3))));
        }
        // then
        assertThat(letters.states()).isEqualTo(Map.of("QUARANTINED", 1));
        assertThat(start(new Order.ByFilter(LetterFilter.ALL.ofCompany("rows-e")), NO_CANARY))
                .isEmpty();
        assertThat(start(new Order.ByIds(ids, Optional.empty()), NO_CANARY)).isPresent();
    }

    @Test
    void only_what_failed_again_is_sent_by_the_next_replay() {
        // given
        SeededLetters letters = new SeededLetters(database, 915);
        List<LetterId> ids = letters.of("rows-f", 915, "REJECTED", 0, 1);
        letters.run("update dead_letter set undelivered = '[{\"questionId\":\"q1\",\"as\":\"attribute\"},"
                + "{\"questionId\":\"q1\",\"as\":\"event\"}]' where letter_partition = 915");
        ReplayRows relay = aRelayOwning(915);
        Job first = start(new Order.ByIds(ids, Optional.empty()), NO_CANARY).orElseThrow();
        Item item = claim(relay, first, 915, 1, Set.of()).get(0);
        Piece left = new Piece("q1", "attribute");
        // when
        await(relay.settle(List.of(Ended.failed(item, failure(), List.of(left), 3))));
        Job second = start(new Order.ByIds(ids, Optional.empty()), NO_CANARY).orElseThrow();
        // then
        assertThat(item.pieces()).hasSize(2);
        assertThat(claim(relay, second, 915, 1, Set.of()).get(0).pieces()).containsExactly(left);
    }

    @Test
    void a_former_owner_takes_and_writes_nothing_and_its_successor_knows_what_it_may_have_sent() {
        // given
        SeededLetters letters = new SeededLetters(database, 916);
        Job job = start(new Order.ByIds(letters.of("rows-g", 916, "REJECTED", 0, 5), Optional.empty()), NO_CANARY)
                .orElseThrow();
        ReplayRows former = aRelayOwning(916);
        List<Item> sent = claim(former, job, 916, 2, Set.of());
        ReplayRows successor = aRelayOwning(916);
        // when
        List<Item> leftOver = await(successor.takeOver(Set.of(916)));
        Claimed refused = await(former.claim(List.of(new Ask(job.id(), "rows-g", Set.of(916), 2)), Set.of()));
        Set<Integer> notWritten = await(former.settle(List.of(Ended.of(sent.get(0), Result.DELIVERED))));
        // then
        assertThat(letterIds(leftOver)).isEqualTo(letterIds(sent));
        assertThat(refused).isEqualTo(new Claimed(List.of(), Set.of(916)));
        assertThat(notWritten).containsExactly(916);
        assertThat(letters.tally(job.id())).isEqualTo(Map.of("WAITING", 5));
        assertThat(claim(successor, job, 916, 9, Set.of())).hasSize(5);
    }

    @Test
    void a_successor_waits_until_a_rebuild_has_read_what_may_have_been_sent() {
        // given
        SeededLetters letters = new SeededLetters(database, 923);
        Job job = start(new Order.ByIds(letters.of("rows-n", 923, "REJECTED", 0, 2), Optional.empty()), NO_CANARY)
                .orElseThrow();
        List<Item> sent = claim(aRelayOwning(923), job, 923, 1, Set.of());
        letters.run("insert into letter_position values (923, 0) on conflict do nothing");
        letters.run("delete from dead_letter where letter_partition = 923");
        // when
        ReplayRows successor = aRelayOwning(923);
        // then
        assertThatThrownBy(() -> await(successor.takeOver(Set.of(923)))).hasRootCauseInstanceOf(ViewIsBehind.class);
        // when
        letters.of("rows-n", 923, "REJECTED", 0, 2);
        letters.run("update dead_letter set state = 'REPLAYING' where letter_partition = 923");
        // then
        assertThat(letterIds(await(successor.takeOver(Set.of(923))))).isEqualTo(letterIds(sent));
        // when
        letters.run("delete from dead_letter where letter_partition = 923");
        letters.run("update letter_position set next_offset = 2 where letter_partition = 923");
        // then
        assertThat(await(successor.takeOver(Set.of(923))))
                .as("gone from the topic for good")
                .isEmpty();
    }

    @Test
    void nothing_is_taken_of_a_paused_or_cancelled_job_and_a_cancelled_ones_letters_are_open_again() {
        // given
        SeededLetters letters = new SeededLetters(database, 917);
        Job job = start(new Order.ByIds(letters.of("rows-h", 917, "REJECTED", 0, 5), Optional.empty()), NO_CANARY)
                .orElseThrow();
        ReplayRows relay = aRelayOwning(917);
        Item underWay = claim(relay, job, 917, 1, Set.of()).get(0);
        // when
        steering.pause(job.id(), AMY);
        List<Item> whilePaused = claim(relay, job, 917, 9, Set.of());
        steering.cancel(job.id(), AMY);
        transactions.run(connection ->
                lettingGo.letGo(connection, jobs.find(connection, job.id()).orElseThrow()));
        await(relay.settle(List.of(Ended.of(underWay, Result.DELIVERED))));
        // then
        assertThat(whilePaused).isEmpty();
        assertThat(await(relay.work(Set.of(917)))).isEmpty();
        assertThat(letters.tally(job.id())).isEqualTo(Map.of("CANCELLED", 4, "DELIVERED", 1));
        assertThat(letters.states()).isEqualTo(Map.of("OPEN", 4, "DELIVERED", 1));
    }

    @Test
    void a_letter_that_was_erased_meanwhile_is_not_sent() {
        // given
        SeededLetters letters = new SeededLetters(database, 918);
        Job job = start(new Order.ByIds(letters.of("rows-i", 918, "REJECTED", 0, 2), Optional.empty()), NO_CANARY)
                .orElseThrow();
        letters.run("update dead_letter set state = 'ERASED', key = null, value = null"
                + " where letter_partition = 918 and letter_offset = 0");
        // when
        List<Item> items = claim(aRelayOwning(918), job, 918, 9, Set.of());
        // then
        assertThat(items).extracting(Item::offset).containsExactly(1L);
        assertThat(letters.tally(job.id())).isEqualTo(Map.of("WAITING", 1, "DISCARDED", 1));
    }

    @Test
    void many_letters_are_collected_a_piece_after_the_other() {
        // given
        SeededLetters letters = new SeededLetters(database, 919);
        letters.of("rows-j", 919, "REJECTED", 0, 4500);
        // when
        Job job = start(new Order.ByFilter(LetterFilter.ALL.ofCompany("rows-j")), new Canary(0.5))
                .orElseThrow();
        // then
        assertThat(job.phase()).isEqualTo(Phase.COLLECTING);
        org.awaitility.Awaitility.await()
                .untilAsserted(
                        () -> assertThat(replays.progress(job.id()).state()).isEqualTo("CANARY"));
        assertThat(letters.tally(job.id())).isEqualTo(Map.of("WAITING", 4500));
        assertThat(letters.counts("select 'canary', count(*) from replay_item where job = ? and canary", job.id()))
                .isEqualTo(Map.of("canary", 10));
        steering.cancel(job.id(), AMY);
        org.awaitility.Awaitility.await()
                .untilAsserted(() -> assertThat(letters.states()).isEqualTo(Map.of("OPEN", 4500)));
    }

    @Test
    void a_job_that_is_cancelled_while_it_collects_forgets_whom_it_was_about() {
        // given
        SeededLetters letters = new SeededLetters(database, 920);
        letters.of("rows-k", 920, "REJECTED", 0, 2100);
        Job job = start(new Order.ByFilter(LetterFilter.ALL.ofCompany("rows-k")), NO_CANARY)
                .orElseThrow();
        // when
        steering.cancel(job.id(), AMY);
        // then
        assertThat(letters.counts("select phase, count(filter) from replay_job where id = ? group by 1", job.id()))
                .isEqualTo(Map.of("CANCELLED", 0));
    }

    @Test
    void a_job_whose_filter_names_somebody_ends_when_that_person_is_erased() {
        // given
        SeededLetters letters = new SeededLetters(database, 921);
        letters.run(
                "insert into replay_job (phase, paused, company, filter, rate_per_second, canary, rename, started_at,"
                        + " started_by, started_as) values ('COLLECTING', true, 'rows-l',"
                        + " '{\"company\":\"rows-l\",\"respondent\":{\"brazeId\":\"zoe\"}}', 1, 1, '{}', now(), 'amy', 'admin')");
        // when
        transactions.run(
                connection -> new PersonalReplays().erase(connection, "rows-l", new Respondent.Braze("zoe"), AMY));
        // then
        assertThat(letters.counts("select phase, count(filter) from replay_job where company = 'rows-l' group by 1"))
                .isEqualTo(Map.of("CANCELLED", 0));
    }

    @Test
    void old_jobs_are_forgotten_but_for_what_open_letters_have_left_over() {
        // given
        SeededLetters letters = new SeededLetters(database, 922);
        List<LetterId> ids = letters.of("rows-m", 922, "REJECTED", 0, 3);
        Job job = start(new Order.ByIds(ids, Optional.empty()), NO_CANARY).orElseThrow();
        ReplayRows relay = aRelayOwning(922);
        List<Item> items = claim(relay, job, 922, 9, Set.of());
        await(relay.settle(List.of(
                Ended.of(items.get(0), Result.DELIVERED),
                Ended.of(items.get(1), Result.DELIVERED),
                Ended.failed(items.get(2), failure(), items.get(2).pieces(), 3))));
        OldJobs oldJobs = new OldJobs(new VirtualTime(), config, database);
        // when
        forget(oldJobs, Instant.now().minusSeconds(60));
        int tooYoung = items(letters, job);
        forget(oldJobs, Instant.now().plusSeconds(60));
        int leftOver = items(letters, job);
        letters.run("update letter_state set state = 'DISCARDED' where letter_partition = 922");
        forget(oldJobs, Instant.now().plusSeconds(60));
        // then
        assertThat(tooYoung).isEqualTo(3);
        assertThat(leftOver).isEqualTo(1);
        assertThat(replays.find(job.id())).isEmpty();
        assertThat(letters.counts("select action, count(*) from audit where company = 'rows-m' group by 1"))
                .isEqualTo(Map.of("replay-start", 1));
    }

    private void forget(OldJobs oldJobs, Instant before) {
        int forgotten = 1;
        while (forgotten > 0) {
            forgotten = transactions.run(connection -> oldJobs.forget(connection, before));
        }
    }

    private static int items(SeededLetters letters, Job job) {
        return letters.counts("select 'items', count(*) from replay_item where job = ?", job.id())
                .getOrDefault("items", 0);
    }

    private Optional<Job> start(Order.Chosen chosen, Canary canary) {
        Order order = new Order(chosen, 50, canary, Map.of());
        try {
            return Optional.of(transactions.run(connection -> starting.start(
                            connection,
                            AMY,
                            Action.REPLAY_START,
                            chosen instanceof Order.ByFilter by
                                    ? by.filter().company().orElse("")
                                    : "",
                            order)
                    .orElseThrow(NothingFree::new)));
        } catch (NothingFree free) {
            return Optional.empty();
        }
    }

    private static final class NothingFree extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private ReplayRows aRelayOwning(int partition) {
        PartitionOwner owner = new PartitionOwner();
        transactions.run(connection -> {
            owner.take(connection, Set.of(partition));
            return owner;
        });
        return new ReplayRows(database, owner, results);
    }

    private static List<Item> claim(ReplayRows relay, Job job, int partition, int most, Set<LetterId> inHand) {
        List<Work> work = await(relay.work(Set.of(partition)));
        String company = work.stream()
                .filter(each -> each.job() == job.id())
                .map(Work::company)
                .findFirst()
                .orElse("none");
        return await(relay.claim(List.of(new Ask(job.id(), company, Set.of(partition), most)), inHand))
                .items();
    }

    private static List<LetterId> letterIds(List<Item> items) {
        return items.stream().map(Item::letter).toList();
    }

    private static Failure failure() {
        return new Failure(Reason.BRAZE_ERROR, 503, "Braze is tired");
    }

    private static <T> T await(CompletionStage<T> stage) {
        return stage.toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
    }
}
