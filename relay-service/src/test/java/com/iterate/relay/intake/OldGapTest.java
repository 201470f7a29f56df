package com.iterate.relay.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.iterate.contracts.Answer;
import com.iterate.contracts.AnswerValue;
import com.iterate.contracts.Delivery;
import com.iterate.contracts.Respondent;
import com.iterate.contracts.ResponseSubmitted;
import com.iterate.relay.Defaults;
import com.iterate.relay.braze.Outcome;
import com.iterate.relay.braze.Reply;
import com.iterate.relay.credentials.ApiKey;
import com.iterate.relay.credentials.Connection;
import com.iterate.relay.credentials.Lookup;
import com.iterate.relay.credentials.Rate;
import com.iterate.relay.deadletters.DeadLetter;
import com.iterate.relay.deadletters.Reason;
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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A company that stays unconnected for days. */
class OldGapTest {

    /** Days of rounds and reviews, in a test's time. */
    private static final GapsConfig SELDOM =
            Defaults.with(GapsConfig.class, Map.of("relay.gaps.round", "5s", "relay.gaps.review", "30s"));

    private static final Lookup CONNECTED = new Lookup.Connected(new Connection(
            "acme",
            1,
            URI.create("https://rest.iad-01.braze.com"),
            new ApiKey("key"),
            Rate.OF_BRAZE,
            Optional.empty()));

    private final VirtualTime time = new VirtualTime();
    private final ModelLedger ledger = new ModelLedger(time);
    private final ModelLog log = new ModelLog(time, 1);
    private final List<DeadLetter> deadLetters = new ArrayList<>();
    private final SilentSignals delivered = new SilentSignals();
    private final SilentGapSignals gaps = new SilentGapSignals();
    private Lookup connection = new Lookup.NotConnected(1);
    private final Lanes lanes = new Lanes(
            new Surroundings(
                    time,
                    Defaults.of(LanesConfig.class),
                    (connected, objects) -> CompletableFuture.completedFuture(new Reply.Answered(objects.stream()
                            .<Outcome>map(object -> new Outcome.Accepted())
                            .toList())),
                    company -> CompletableFuture.completedFuture(connection),
                    this::write,
                    delivered),
            new Random(1));
    private final Intake intake = new Intake(
            time,
            Defaults.of(IntakeConfig.class),
            lanes,
            new Gaps(time, lanes, ledger.door(), log.reader(time), Defaults.of(GapsConfig.class), gaps, new Random(1)),
            this::write);

    @BeforeEach
    void ten_answers_wait_for_a_connection() {
        lanes.inTouchUntil(Instant.MAX);
        intake.assigned(Map.of(0, new Start(0, 0, Instant.EPOCH)), 1);
        time.runFor(Duration.ofMillis(10));
        tenAnswers();
    }

    @Test
    void at_half_of_the_retention_the_operator_is_told_once() {
        time.runFor(Duration.ofDays(8));

        assertThat(gaps.old).containsExactly("acme");
        assertThat(deadLetters).isEmpty();
    }

    @Test
    void what_is_older_than_80_percent_of_the_retention_is_dead_lettered_and_what_is_younger_waits_on() {
        // given
        time.runFor(Duration.ofDays(5));
        tenAnswers();
        // when
        time.runFor(Duration.ofDays(7));
        // then
        assertThat(deadLetters).hasSize(10).allSatisfy(letter -> assertThat(letter.reason())
                .isEqualTo(Reason.EXPIRED_IN_GAP));
        connects();
        assertThat(delivered.delivered).isEqualTo(10);
    }

    @Test
    void answers_that_kafka_deleted_before_they_were_delivered_are_reported_as_lost() {
        // given
        log.forgetBefore(0, 7);
        // when
        connects();
        // then
        assertThat(gaps.lost).isNotEmpty();
        assertThat(delivered.delivered).isBetween(3, 4);
    }

    private void connects() {
        connection = CONNECTED;
        lanes.changed("acme", CONNECTED);
        time.runFor(Duration.ofMinutes(5));
    }

    private void tenAnswers() {
        List<Intake.Incoming> poll = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            Answer answer = new Answer(
                    "q1", "Why?", Optional.empty(), new AnswerValue.Text("so"), Optional.empty(), Optional.empty());
            poll.add(log.append(new ResponseSubmitted(
                    "acme",
                    "s1",
                    "Survey",
                    1,
                    "r1",
                    new Respondent.Braze("person" + log.end(0)),
                    time.now(),
                    false,
                    Set.of(Delivery.BRAZE_ATTRIBUTES),
                    List.of(answer))));
        }
        intake.offer(poll);
        time.runFor(Duration.ofSeconds(10));
        intake.committed(intake.committable());
    }

    private CompletableFuture<Void> write(DeadLetter letter) {
        deadLetters.add(letter);
        return CompletableFuture.completedFuture(null);
    }
}
