package com.iterate.relay.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.iterate.contracts.Answer;
import com.iterate.contracts.AnswerValue;
import com.iterate.contracts.Delivery;
import com.iterate.contracts.Respondent;
import com.iterate.contracts.ResponseSubmitted;
import com.iterate.relay.deadletters.OriginalRecord;
import com.iterate.relay.lanes.Age;
import com.iterate.relay.lanes.Parcel;
import com.iterate.relay.lanes.VirtualTime;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GuardTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final VirtualTime time = new VirtualTime();
    private final ModelGuardLedger ledger = new ModelGuardLedger(time);
    private final Guard guard = aGuard();
    private final List<String> happened = new ArrayList<>();

    @Test
    void what_is_sent_to_somebody_without_a_dead_letter_is_not_remembered() {
        // given
        owned(guard, 0);
        // when
        guard.sent(record("ana", 7), "csat");
        guard.remember(record("ana", 7), () -> happened.add("done"));
        // then
        assertThat(happened).containsExactly("done");
        assertThat(guard.newest(record("ana", 8), "csat")).isEmpty();
        time.runFor(Duration.ofSeconds(1));
        assertThat(ledger.rows()).isEmpty();
    }

    @Test
    void a_dead_letters_person_is_guarded_at_once_and_its_offset_waits_until_that_is_written() {
        // given
        owned(guard, 0);
        // when
        guard.begin(record("ana", 7), Map.of("csat", age(5)));
        guard.remember(record("ana", 7), () -> happened.add("done"));
        // then
        assertThat(guard.newest(record("ana", 7), "csat")).contains(age(5));
        assertThat(happened).isEmpty();
        time.runFor(Duration.ofSeconds(1));
        assertThat(happened).containsExactly("done");
        assertThat(ledger.rows())
                .containsExactly(new GuardRow(PersonKey.of(key("ana")), 0, "acme", Map.of("csat", age(5))));
    }

    @Test
    void a_later_success_of_a_guarded_person_is_written_before_its_offset_is_done_and_others_do_not_wait() {
        // given
        owned(guard, 0);
        guard.begin(record("ana", 7), Map.of());
        time.runFor(Duration.ofSeconds(1));
        // when
        guard.sent(record("ana", 9), "csat");
        guard.remember(record("ana", 9), () -> happened.add("ana"));
        guard.remember(record("ben", 10), () -> happened.add("ben"));
        // then
        assertThat(happened).containsExactly("ben");
        time.runFor(Duration.ofSeconds(1));
        assertThat(happened).containsExactly("ben", "ana");
        assertThat(ledger.rows()).extracting(GuardRow::sent).containsExactly(Map.of("csat", age(9)));
    }

    @Test
    void an_older_answer_never_lowers_what_is_remembered() {
        // given
        owned(guard, 0);
        guard.begin(record("ana", 7), Map.of("csat", age(9)));
        // when
        guard.sent(record("ana", 8), "csat");
        guard.begin(record("ana", 8), Map.of("csat", age(6)));
        // then
        assertThat(guard.newest(record("ana", 7), "csat")).contains(age(9));
    }

    @Test
    void while_the_database_is_away_only_guarded_people_wait_and_everything_is_written_when_it_is_back() {
        // given
        owned(guard, 0);
        ledger.goesAway();
        // when
        for (int i = 0; i < 50; i++) {
            guard.begin(record("person" + i, i), Map.of());
            guard.remember(record("person" + i, i), () -> happened.add("done"));
        }
        time.runFor(Duration.ofMinutes(5));
        boolean nobodyWasDone = happened.isEmpty();
        ledger.comesBack();
        time.runFor(Duration.ofSeconds(5));
        // then
        assertThat(nobodyWasDone).isTrue();
        assertThat(happened).hasSize(50);
        assertThat(ledger.rows()).hasSize(50);
        assertThat(ledger.writes()).as("all in one").isEqualTo(1);
    }

    @Test
    void the_next_owner_of_a_partition_knows_everybody_before_it_goes_on() {
        // given
        owned(guard, 0);
        owned(guard, 1);
        guard.begin(record("ana", 7), Map.of("csat", age(5)));
        time.runFor(Duration.ofSeconds(1));
        Guard next = aGuard();
        ledger.goesAway();
        // when
        next.takeOver(
                0,
                () -> happened.add(
                        "known " + next.newest(record("ana", 8), "csat").isPresent()));
        time.runFor(Duration.ofMinutes(1));
        ledger.comesBack();
        time.runFor(Duration.ofSeconds(5));
        // then
        assertThat(happened).containsExactly("known true");
    }

    @Test
    void nothing_happens_for_a_partition_that_has_left() {
        // given
        owned(guard, 0);
        guard.begin(record("ana", 7), Map.of());
        guard.remember(record("ana", 7), () -> happened.add("done"));
        // when
        guard.forget(Set.of(0));
        guard.takeOver(1, () -> happened.add("known"));
        guard.forget(Set.of(1));
        time.runFor(Duration.ofSeconds(5));
        // then
        assertThat(happened).isEmpty();
        assertThat(guard.newest(record("ana", 7), "csat")).isEmpty();
    }

    @Test
    void a_relay_that_is_out_of_touch_remembers_nothing_that_the_next_owner_would_not_know() {
        // given
        owned(guard, 0);
        guard.inTouchUntil(time.now());
        // when
        guard.begin(record("ana", 7), Map.of());
        guard.remember(record("ana", 7), () -> happened.add("done"));
        time.runFor(Duration.ofMinutes(5));
        // then
        assertThat(happened).isEmpty();
        assertThat(ledger.rows()).isEmpty();
    }

    @Test
    void what_another_owner_refuses_is_tried_again_and_happens_when_the_partition_is_taken_back() {
        // given
        Set<Integer> mine = new HashSet<>();
        Guard fenced =
                new Guard(time, ledger.door(mine::contains, mine::addAll), () -> Duration.ofMillis(700), failure -> {});
        fenced.inTouchUntil(Instant.MAX);
        owned(fenced, 0);
        // when
        fenced.begin(record("ana", 7), Map.of());
        fenced.remember(record("ana", 7), () -> happened.add("done"));
        time.runFor(Duration.ofMillis(100));
        boolean refused = happened.isEmpty() && ledger.rows().isEmpty();
        time.runFor(Duration.ofSeconds(5));
        // then
        assertThat(refused).isTrue();
        assertThat(happened).containsExactly("done");
        assertThat(ledger.rows()).hasSize(1);
    }

    @Test
    void whom_the_table_has_forgotten_leaves_memory() {
        // given
        owned(guard, 0);
        guard.begin(record("ana", 7), Map.of("csat", age(7)));
        guard.begin(record("ben", 8), Map.of("csat", age(8)));
        time.runFor(Duration.ofSeconds(1));
        int before = guard.people();
        ledger.forget(PersonKey.of(key("ana")));
        // when
        guard.forgetWhomNobodyRemembers();
        time.runFor(Duration.ofSeconds(1));
        // then
        assertThat(before).isEqualTo(2);
        assertThat(guard.people()).isEqualTo(1);
        assertThat(guard.newest(record("ana", 9), "csat")).isEmpty();
        assertThat(guard.newest(record("ben", 9), "csat")).contains(age(8));
    }

    @Test
    void who_gets_another_letter_while_the_table_is_asked_stays_guarded() {
        // given
        owned(guard, 0);
        guard.begin(record("ana", 7), Map.of("csat", age(7)));
        time.runFor(Duration.ofSeconds(1));
        ledger.forget(PersonKey.of(key("ana")));
        // when
        guard.forgetWhomNobodyRemembers();
        time.runFor(Duration.ofMillis(4));
        guard.begin(record("ana", 9), Map.of());
        time.runFor(Duration.ofSeconds(1));
        // then
        assertThat(guard.newest(record("ana", 9), "csat")).contains(age(7));
        assertThat(ledger.rows()).hasSize(1);
    }

    @Test
    void while_the_database_is_away_nobody_leaves_memory_and_it_is_asked_again_later() {
        // given
        owned(guard, 0);
        guard.begin(record("ana", 7), Map.of("csat", age(7)));
        time.runFor(Duration.ofSeconds(1));
        ledger.forget(PersonKey.of(key("ana")));
        ledger.goesAway();
        // when
        guard.forgetWhomNobodyRemembers();
        time.runFor(Duration.ofSeconds(1));
        int whileAway = guard.people();
        ledger.comesBack();
        guard.forgetWhomNobodyRemembers();
        time.runFor(Duration.ofSeconds(1));
        // then
        assertThat(whileAway).isEqualTo(1);
        assertThat(guard.people()).isZero();
    }

    private Guard aGuard() {
        Guard made = new Guard(time, ledger, () -> Duration.ofMillis(700), failure -> {});
        made.inTouchUntil(Instant.MAX);
        return made;
    }

    private void owned(Guard by, int partition) {
        by.takeOver(partition, () -> {});
        time.runFor(Duration.ofSeconds(1));
    }

    private static Age age(long offset) {
        return new Age(NOON.plusSeconds(offset), offset);
    }

    private static byte[] key(String who) {
        return ("acme|braze:" + who).getBytes(StandardCharsets.UTF_8);
    }

    private static Parcel record(String who, long offset) {
        Answer answer = new Answer(
                "q1", "How?", Optional.of("csat"), new AnswerValue.Text("fine"), Optional.empty(), Optional.empty());
        ResponseSubmitted event = new ResponseSubmitted(
                "acme",
                "s1",
                "Survey",
                1,
                "r1",
                new Respondent.Braze(who),
                NOON.plusSeconds(offset),
                false,
                Set.of(Delivery.BRAZE_ATTRIBUTES),
                List.of(answer));
        return new Parcel(
                new OriginalRecord("survey.responses.v1", 0, offset, NOON, key(who), new byte[0], List.of()),
                event,
                new NoSource());
    }
}
