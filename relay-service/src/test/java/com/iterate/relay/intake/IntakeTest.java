package com.iterate.relay.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.iterate.contracts.Answer;
import com.iterate.contracts.AnswerValue;
import com.iterate.contracts.Delivery;
import com.iterate.contracts.Respondent;
import com.iterate.contracts.ResponseDecoder;
import com.iterate.contracts.ResponseSubmitted;
import com.iterate.relay.Defaults;
import com.iterate.relay.braze.Outcome;
import com.iterate.relay.braze.Reply;
import com.iterate.relay.credentials.ApiKey;
import com.iterate.relay.credentials.Connection;
import com.iterate.relay.credentials.Lookup;
import com.iterate.relay.credentials.Rate;
import com.iterate.relay.deadletters.DeadLetter;
import com.iterate.relay.deadletters.OriginalRecord;
import com.iterate.relay.deadletters.Reason;
import com.iterate.relay.deliveries.Ending;
import com.iterate.relay.gaps.Gaps;
import com.iterate.relay.gaps.GapsConfig;
import com.iterate.relay.gaps.ModelLedger;
import com.iterate.relay.gaps.SilentGapSignals;
import com.iterate.relay.lanes.Lanes;
import com.iterate.relay.lanes.LanesConfig;
import com.iterate.relay.lanes.SilentSignals;
import com.iterate.relay.lanes.Surroundings;
import com.iterate.relay.lanes.VirtualTime;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IntakeTest {

    private static final Lookup CONNECTED = new Lookup.Connected(new Connection(
            "acme",
            1,
            URI.create("https://rest.iad-01.braze.com"),
            new ApiKey("key"),
            Rate.OF_BRAZE,
            Optional.empty()));

    private static final int WINDOW = 20;

    private static final IntakeConfig SMALL_WINDOW = Defaults.with(
            IntakeConfig.class, Map.of("relay.intake.window-records", "20", "relay.intake.window-bytes", "1000000"));

    private final VirtualTime time = new VirtualTime();
    private final Map<String, Lookup> connections = new HashMap<>();
    private final List<DeadLetter> deadLetters = new ArrayList<>();
    private CompletableFuture<Void> deadLetterWritten = CompletableFuture.completedFuture(null);
    private final SilentSignals signals = new SilentSignals();
    private final ModelLedger ledger = new ModelLedger(time);
    private final ModelLog log = new ModelLog(time, 1);
    private final Lanes lanes = new Lanes(
            new Surroundings(
                    time,
                    Defaults.of(LanesConfig.class),
                    (connection, objects) -> CompletableFuture.completedFuture(new Reply.Answered(objects.stream()
                            .<Outcome>map(object -> new Outcome.Accepted())
                            .toList())),
                    company -> CompletableFuture.completedFuture(
                            connections.getOrDefault(company, new Lookup.NotConnected(1))),
                    this::write,
                    signals),
            new Random(1));
    private final Gaps gaps = new Gaps(
            time,
            lanes,
            ledger.door(),
            log.reader(time),
            Defaults.of(GapsConfig.class),
            new SilentGapSignals(),
            new Random(1));
    private final Set<Respondent> erased = new HashSet<>();
    private final List<Ending> notes = new ArrayList<>();
    private CompletableFuture<Void> noteWritten = CompletableFuture.completedFuture(null);
    private CompletableFuture<Void> noted = CompletableFuture.completedFuture(null);
    private final Intake intake = new Intake(
            time,
            SMALL_WINDOW,
            lanes,
            gaps,
            Handover.NONE,
            new Faults(
                    time,
                    this::write,
                    (record, decoded, ending, then) -> {
                        notes.add(ending);
                        noteWritten.thenRun(then);
                    },
                    (company, person) -> erased.contains(person),
                    signals::deadLettered),
            partitions -> noted);

    @BeforeEach
    void assignThePartition() {
        lanes.inTouchUntil(Instant.MAX);
        intake.assigned(Map.of(0, new Start(0, 0, Instant.EPOCH)), 1);
        time.runFor(Duration.ofMillis(10));
    }

    @Test
    void offsets_are_committable_once_their_answers_are_delivered() {
        // given
        connections.put("acme", CONNECTED);
        intake.offer(List.of(answer("acme", "ana"), answer("acme", "bob")));
        // when
        time.runFor(Duration.ofSeconds(1));
        // then
        assertThat(intake.committable()).containsEntry(0, 2L);
    }

    @Test
    void a_release_that_was_given_up_does_not_take_the_partition_away_when_it_is_ours_anew() {
        // given
        connections.put("acme", CONNECTED);
        noted = new CompletableFuture<>();
        CompletionStage<Map<Integer, Release>> late = intake.release(Set.of(0));
        intake.forget(Set.of(0));
        intake.assigned(Map.of(0, new Start(0, 0, Instant.EPOCH)), 1);
        time.runFor(Duration.ofMillis(10));
        // when
        noted.complete(null);
        intake.offer(List.of(answer("acme", "ana")));
        time.runFor(Duration.ofSeconds(1));
        // then
        assertThat(late.toCompletableFuture().join()).isEmpty();
        assertThat(intake.committable()).containsEntry(0, 1L);
    }

    @Test
    void a_company_that_cannot_be_served_is_skipped_and_caught_up_and_holds_nobody_up() {
        // given
        connections.put("globex", CONNECTED);
        List<Intake.Incoming> poll = new ArrayList<>();
        for (int i = 0; i < WINDOW; i++) {
            poll.add(answer("acme", "person" + i));
        }
        CompletionStage<Void> room = intake.offer(poll);
        time.runFor(Duration.ofMinutes(1));
        intake.committed(intake.committable());
        intake.offer(List.of(answer("globex", "gil")));
        time.runFor(Duration.ofMinutes(1));
        int others = signals.delivered;
        Map<Integer, Long> committable = intake.committable();
        // when
        connections.put("acme", CONNECTED);
        lanes.changed("acme", CONNECTED);
        time.runFor(Duration.ofMinutes(2));
        intake.committed(intake.committable());
        time.runFor(Duration.ofSeconds(2));
        // then
        assertThat(room.toCompletableFuture()).isDone();
        assertThat(others).isEqualTo(1);
        assertThat(committable).containsEntry(0, WINDOW + 1L);
        assertThat(signals.delivered).isEqualTo(WINDOW + 1);
        assertThat(deadLetters).isEmpty();
        assertThat(ledger.rows()).isEmpty();
    }

    @Test
    void while_the_database_is_away_such_a_company_stops_the_intake_and_nothing_is_lost() {
        // given
        ledger.goesAway();
        List<Intake.Incoming> poll = new ArrayList<>();
        for (int i = 0; i < WINDOW; i++) {
            poll.add(answer("acme", "person" + i));
        }
        CompletionStage<Void> room = intake.offer(poll);
        time.runFor(Duration.ofMinutes(10));
        boolean stopped = !room.toCompletableFuture().isDone();
        Map<Integer, Long> committable = intake.committable();
        // when
        ledger.comesBack();
        time.runFor(Duration.ofSeconds(10));
        // then
        assertThat(stopped).isTrue();
        assertThat(committable).isEmpty();
        assertThat(room.toCompletableFuture()).isDone();
        assertThat(intake.committable()).containsEntry(0, (long) WINDOW);
    }

    @Test
    void an_unreadable_record_is_dead_lettered_with_its_position_and_the_next_is_not_delayed() {
        // given
        connections.put("acme", CONNECTED);
        // when
        answer("acme", "the place of what cannot be read");
        intake.offer(List.of(unreadable(), answer("acme", "ana")));
        time.runFor(Duration.ofMillis(10));
        // then
        assertThat(signals.delivered).isEqualTo(1);
        assertThat(deadLetters).singleElement().satisfies(letter -> {
            assertThat(letter.reason()).isEqualTo(Reason.UNREADABLE);
            assertThat(letter.problem()).startsWith("At byte ");
            assertThat(letter.original().offset()).isZero();
        });
    }

    @Test
    void an_offset_does_not_count_as_done_before_its_dead_letter_is_acknowledged() {
        // given
        deadLetterWritten = new CompletableFuture<>();
        intake.offer(List.of(unreadable()));
        time.runFor(Duration.ofMinutes(1));
        Map<Integer, Long> before = intake.committable();
        // when
        deadLetterWritten.complete(null);
        time.runFor(Duration.ofMillis(1));
        // then
        assertThat(before).isEmpty();
        assertThat(intake.committable()).containsEntry(0, 1L);
    }

    @Test
    void an_offset_does_not_count_as_done_before_it_is_noted_that_its_record_was_dead_lettered() {
        // given
        noteWritten = new CompletableFuture<>();
        intake.offer(List.of(unreadable()));
        time.runFor(Duration.ofMinutes(1));
        Map<Integer, Long> before = intake.committable();
        // when
        noteWritten.complete(null);
        time.runFor(Duration.ofMillis(1));
        // then
        assertThat(before).isEmpty();
        assertThat(deadLetters).hasSize(1);
        assertThat(notes).singleElement().isInstanceOfSatisfying(Ending.Failed.class, failed -> assertThat(
                        failed.reason())
                .isEqualTo(Reason.UNREADABLE));
        assertThat(signals.deadLettered).containsExactly(Reason.UNREADABLE);
        assertThat(intake.committable()).containsEntry(0, 1L);
    }

    @Test
    void a_key_of_somebody_else_is_dead_lettered() {
        // given
        connections.put("acme", CONNECTED);
        OriginalRecord record = answer("acme", "ana").record();
        OriginalRecord moved = new OriginalRecord(
                record.topic(), 0, 0, record.appendedAt(), bytes("globex|braze:ana"), record.value(), List.of());
        // when
        intake.offer(List.of(new Intake.Incoming(moved, ResponseDecoder.decode(moved.value()))));
        time.runFor(Duration.ofMillis(10));
        // then
        assertThat(deadLetters).singleElement().satisfies(letter -> assertThat(letter.reason())
                .isEqualTo(Reason.WRONG_KEY));
    }

    @Test
    void what_another_relay_owns_is_neither_sent_nor_counted() {
        // given
        connections.put("acme", CONNECTED);
        intake.release(Set.of(0));
        time.runFor(Duration.ofMillis(10));
        // when
        intake.offer(List.of(answer("acme", "ana")));
        time.runFor(Duration.ofSeconds(1));
        // then
        assertThat(signals.delivered).isZero();
        assertThat(intake.window().records()).isZero();
    }

    private CompletionStage<Void> write(DeadLetter letter) {
        deadLetters.add(letter);
        return deadLetterWritten;
    }

    @Test
    void of_an_erased_person_a_record_under_a_wrong_key_is_not_dead_lettered_either() {
        // given
        erased.add(new Respondent.Braze("ana"));
        OriginalRecord record = answer("acme", "ana").record();
        OriginalRecord underAnother = new OriginalRecord(
                record.topic(), 0, 0, record.appendedAt(), bytes("acme|braze:bob"), record.value(), record.headers());
        // when
        intake.offer(List.of(new Intake.Incoming(underAnother, ResponseDecoder.decode(underAnother.value()))));
        time.runFor(Duration.ofMillis(10));
        // then
        assertThat(deadLetters).isEmpty();
        assertThat(notes).containsExactly(new Ending.Erased());
        assertThat(intake.committable()).containsEntry(0, 1L);
    }

    @Test
    void a_partition_is_released_when_what_became_of_its_answers_is_noted() {
        // given
        noted = new CompletableFuture<>();
        CompletableFuture<Map<Integer, Release>> released =
                intake.release(Set.of(0)).toCompletableFuture();
        time.runFor(Duration.ofSeconds(1));
        assertThat(released).isNotDone();
        // when
        noted.complete(null);
        time.runFor(Duration.ofSeconds(1));
        // then
        assertThat(released).isDone();
    }

    private Intake.Incoming answer(String company, String who) {
        Answer answer = new Answer(
                "q1", "Why?", Optional.empty(), new AnswerValue.Text("so"), Optional.empty(), Optional.empty());
        return log.append(new ResponseSubmitted(
                company,
                "s1",
                "Survey",
                1,
                "r1",
                new Respondent.Braze(who),
                time.now(),
                false,
                Set.of(Delivery.BRAZE_ATTRIBUTES),
                List.of(answer)));
    }

    /** At offset 0. */
    private Intake.Incoming unreadable() {
        byte[] value = bytes("{\"companyId\":");
        return new Intake.Incoming(
                new OriginalRecord("survey.responses.v1", 0, 0, time.now(), bytes("k"), value, List.of()),
                ResponseDecoder.decode(value));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
