package com.iterate.relay.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.iterate.relay.Defaults;
import com.iterate.relay.lanes.VirtualTime;
import com.iterate.relay.letters.LetterId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FeederTest {

    private final VirtualTime time = new VirtualTime();
    private final ModelReplayLedger ledger = new ModelReplayLedger(time);
    private final ModelOutlet outlet = new ModelOutlet(time);
    private final List<String> happened = new ArrayList<>();
    private final Feeder feeder = aRelayWith(outlet);

    @Test
    void letters_go_oldest_first_at_the_jobs_rate_and_each_gets_its_result_once() {
        // given
        ledger.begins(1, 20, AnItem.many(1, "acme", 0, 200));
        // when
        time.runFor(Duration.ofSeconds(30));
        // then
        assertThat(outlet.sent)
                .extracting(sent -> sent.item().offset())
                .hasSize(200)
                .isSorted();
        assertThat(ledger.results()).hasSize(200).containsValue(Result.DELIVERED);
        assertThat(ledger.settledTwice()).isZero();
        assertThat(span()).isBetween(Duration.ofMillis(8500), Duration.ofMillis(10500));
    }

    @Test
    void a_relay_with_a_quarter_of_the_partitions_takes_a_quarter_of_the_rate() {
        // given
        feeder.share(0.25);
        ledger.begins(1, 40, AnItem.many(1, "acme", 0, 100));
        // when
        time.runFor(Duration.ofSeconds(30));
        // then
        assertThat(span()).isBetween(Duration.ofMillis(8500), Duration.ofMillis(10500));
    }

    @Test
    void all_jobs_of_a_company_together_take_a_fifth_of_its_requests_at_most() {
        // given
        outlet.rates.put("acme", 50.0);
        ledger.begins(1, 1000, AnItem.many(1, "acme", 0, 50));
        ledger.begins(2, 1000, AnItem.many(2, "acme", 50, 50));
        // when
        time.runFor(Duration.ofSeconds(30));
        // then
        assertThat(ledger.results()).hasSize(100);
        assertThat(span()).isBetween(Duration.ofMillis(8500), Duration.ofMillis(10500));
    }

    @Test
    void live_answers_go_first_and_a_company_with_a_gap_is_not_fed() {
        // given
        outlet.room = 0;
        ledger.begins(1, 100, AnItem.many(1, "acme", 0, 10));
        outlet.behind.add("globex");
        ledger.begins(2, 100, AnItem.many(2, "globex", 10, 10));
        time.runFor(Duration.ofMinutes(1));
        boolean nothingWent = outlet.sent.isEmpty();
        // when
        outlet.room = 1000;
        time.runFor(Duration.ofMinutes(1));
        // then
        assertThat(nothingWent).isTrue();
        assertThat(outlet.sent)
                .hasSize(10)
                .allMatch(sent -> sent.item().company().equals("acme"));
    }

    @Test
    void companies_that_cannot_be_served_hold_nobody_up() {
        // given
        for (int i = 0; i < 10; i++) {
            ledger.begins(1 + i, 1000, AnItem.many(1 + i, "broken" + i, 100 * i, 100));
        }
        time.runFor(Duration.ofMillis(20));
        for (int i = 0; i < 10; i++) {
            outlet.blocked.add("broken" + i);
        }
        time.runFor(Duration.ofMinutes(1));
        // when
        ledger.begins(99, 1000, AnItem.many(99, "acme", 2000, 100));
        time.runFor(Duration.ofSeconds(10));
        // then
        assertThat(ledger.results()).hasSizeGreaterThanOrEqualTo(100);
        assertThat(ledger.results().keySet()).contains(new LetterId(0, 2099));
    }

    @Test
    void nothing_is_taken_of_a_paused_or_cancelled_job_and_what_is_under_way_ends() {
        // given
        ledger.begins(1, 20, AnItem.many(1, "acme", 0, 200));
        time.runFor(Duration.ofSeconds(5));
        int before = outlet.sent.size();
        // when
        ledger.enters(1, Phase.CANCELLED);
        time.runFor(Duration.ofMinutes(1));
        // then
        assertThat(outlet.sent).hasSizeBetween(before, before + 6);
        assertThat(ledger.results()).hasSize(outlet.sent.size());
    }

    @Test
    void the_database_may_go_away_and_come_back_at_any_time() {
        // given
        ledger.begins(1, 50, AnItem.many(1, "acme", 0, 300));
        // when
        for (int i = 0; i < 20; i++) {
            time.runFor(Duration.ofMillis(333));
            ledger.goesAway();
            time.runFor(Duration.ofMillis(777));
            ledger.comesBack();
        }
        time.runFor(Duration.ofMinutes(1));
        // then
        assertThat(outlet.sent).hasSize(300);
        assertThat(ledger.results()).hasSize(300);
    }

    @Test
    void after_a_crash_the_next_owner_guards_what_may_have_been_sent_before_it_goes_on() {
        // given
        ledger.begins(1, 20, AnItem.many(1, "acme", 0, 200));
        time.runFor(Duration.ofSeconds(5));
        feeder.forget(Set.of(0));
        ModelOutlet next = new ModelOutlet(time);
        // when
        Feeder successor = aRelayWith(next);
        time.runFor(Duration.ofSeconds(30));
        // then
        assertThat(successor).isNotNull();
        assertThat(ledger.results()).hasSize(200);
        assertThat(next.mayHaveBeenSent).hasSizeLessThan(10);
        assertThat(next.sent.size() + outlet.sent.size()).isEqualTo(200 + next.mayHaveBeenSent.size());
    }

    @Test
    void who_leaves_properly_writes_the_last_results_and_leaves_no_claims() {
        // given
        ledger.begins(1, 20, AnItem.many(1, "acme", 0, 200));
        time.runFor(Duration.ofMillis(2060));
        // when
        feeder.release(Set.of(0)).thenRun(() -> happened.add("released"));
        time.runFor(Duration.ofSeconds(1));
        ModelOutlet next = new ModelOutlet(time);
        aRelayWith(next);
        time.runFor(Duration.ofSeconds(30));
        // then
        assertThat(happened).contains("released");
        assertThat(next.mayHaveBeenSent).isEmpty();
        assertThat(ledger.results()).hasSize(200);
    }

    @Test
    void what_a_dead_relay_had_of_a_cancelled_job_is_cancelled_by_its_successor() {
        // given
        ledger.begins(1, 20, AnItem.many(1, "acme", 0, 200));
        time.runFor(Duration.ofMillis(2060));
        feeder.forget(Set.of(0));
        ledger.enters(1, Phase.CANCELLED);
        ModelOutlet next = new ModelOutlet(time);
        // when
        aRelayWith(next);
        time.runFor(Duration.ofSeconds(5));
        // then
        assertThat(next.mayHaveBeenSent).isNotEmpty();
        assertThat(next.sent).isEmpty();
        next.mayHaveBeenSent.forEach(
                item -> assertThat(ledger.results()).containsEntry(item.letter(), Result.CANCELLED));
    }

    @Test
    void a_former_owner_that_was_late_is_fenced_out_again() {
        // given
        ledger.begins(1, 20, AnItem.many(1, "acme", 0, 20));
        time.runFor(Duration.ofMillis(2020));
        // when
        ledger.owns(new Object(), 0);
        time.runFor(Duration.ofSeconds(10));
        // then
        assertThat(ledger.results()).hasSize(20);
    }

    private Feeder aRelayWith(ModelOutlet lanes) {
        ModelReplayLedger.Door door = ledger.door();
        ledger.owns(door, 0);
        Feeder made = new Feeder(
                time,
                door,
                lanes,
                Defaults.of(ReplayConfig.class),
                () -> Duration.ofMillis(700),
                new SilentReplaySignals());
        made.takeOver(0, () -> happened.add("known"));
        time.runFor(Duration.ofMillis(500));
        return made;
    }

    private Duration span() {
        Instant first = outlet.sent.get(0).at();
        return Duration.between(first, outlet.sent.get(outlet.sent.size() - 1).at());
    }
}
