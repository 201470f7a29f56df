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
import com.iterate.relay.braze.TrackObject;
import com.iterate.relay.credentials.ApiKey;
import com.iterate.relay.credentials.Connection;
import com.iterate.relay.credentials.Lookup;
import com.iterate.relay.credentials.Rate;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RateShareTest {

    private static final Lookup ONE_REQUEST_A_SECOND = new Lookup.Connected(new Connection(
            "acme",
            1,
            URI.create("https://rest.iad-01.braze.com"),
            new ApiKey("key"),
            new Rate(1, Duration.ofSeconds(1)),
            Optional.empty()));

    private final VirtualTime time = new VirtualTime();
    private final ModelLedger ledger = new ModelLedger(time);
    private final ModelLog log = new ModelLog(time, 4);
    private final Lanes lanes = new Lanes(
            new Surroundings(
                    time,
                    Defaults.of(LanesConfig.class),
                    (connection, objects) -> braze(objects),
                    company -> CompletableFuture.completedFuture(ONE_REQUEST_A_SECOND),
                    letter -> CompletableFuture.completedFuture(null),
                    new SilentSignals()),
            new Random(1));
    private final Gaps gaps = new Gaps(
            time,
            lanes,
            ledger.door(),
            log.reader(time),
            Defaults.of(GapsConfig.class),
            new SilentGapSignals(),
            new Random(1));
    private final Intake intake = new Intake(
            time, Defaults.of(IntakeConfig.class), lanes, gaps, letter -> CompletableFuture.completedFuture(null));

    private final int anas = Utils.toPositive(Utils.murmur2("acme|braze:ana".getBytes(StandardCharsets.UTF_8))) % 4;

    private int requests;

    @BeforeEach
    void inTouch() {
        lanes.inTouchUntil(Instant.MAX);
    }

    @Test
    void a_relay_with_a_quarter_of_the_partitions_sends_a_quarter_of_the_rate() {
        // given
        assign(anas);
        // when
        int sent = requestsIn20Seconds();
        // then
        assertThat(sent).isBetween(5, 6);
    }

    @Test
    void a_relay_that_gets_the_others_as_well_sends_at_the_whole_rate() {
        // given
        assign(anas);
        assign(others());
        // when
        int sent = requestsIn20Seconds();
        // then
        assertThat(sent).isBetween(18, 20);
    }

    @Test
    void a_relay_that_gives_partitions_away_slows_down() {
        // given
        assign(anas);
        assign(others());
        intake.release(Set.of(others()));
        time.runFor(Duration.ofSeconds(1));
        // when
        int sent = requestsIn20Seconds();
        // then
        assertThat(sent).isBetween(5, 6);
    }

    private void assign(Integer... numbers) {
        Map<Integer, Start> starts = new HashMap<>();
        for (int number : numbers) {
            starts.put(number, new Start(0, 0, Instant.EPOCH));
        }
        intake.assigned(starts, 4);
        time.runFor(Duration.ofMillis(10));
    }

    private Integer[] others() {
        return IntStream.range(0, 4).filter(number -> number != anas).boxed().toArray(Integer[]::new);
    }

    /** A new answer to another attribute every 100 ms. */
    private int requestsIn20Seconds() {
        for (int i = 0; i < 200; i++) {
            intake.offer(List.of(answer(i)));
            time.runFor(Duration.ofMillis(100));
        }
        return requests;
    }

    private CompletionStage<Reply> braze(List<TrackObject> objects) {
        requests++;
        return CompletableFuture.completedFuture(new Reply.Answered(
                objects.stream().<Outcome>map(object -> new Outcome.Accepted()).toList()));
    }

    private Intake.Incoming answer(int number) {
        Answer answer = new Answer(
                "q" + number,
                "Why?",
                Optional.of("why" + number),
                new AnswerValue.Text("so"),
                Optional.empty(),
                Optional.empty());
        return log.append(new ResponseSubmitted(
                "acme",
                "s1",
                "Survey",
                1,
                "r1",
                new Respondent.Braze("ana"),
                time.now(),
                false,
                Set.of(Delivery.BRAZE_ATTRIBUTES),
                List.of(answer)));
    }
}
