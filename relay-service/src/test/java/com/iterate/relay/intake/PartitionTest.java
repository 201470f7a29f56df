package com.iterate.relay.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.iterate.contracts.Answer;
import com.iterate.contracts.AnswerValue;
import com.iterate.contracts.Delivery;
import com.iterate.contracts.Respondent;
import com.iterate.contracts.ResponseSubmitted;
import com.iterate.relay.Defaults;
import com.iterate.relay.braze.Reply;
import com.iterate.relay.credentials.ApiKey;
import com.iterate.relay.credentials.Connection;
import com.iterate.relay.credentials.Lookup;
import com.iterate.relay.credentials.Rate;
import com.iterate.relay.deadletters.OriginalRecord;
import com.iterate.relay.gaps.Gaps;
import com.iterate.relay.gaps.GapsConfig;
import com.iterate.relay.gaps.ModelLedger;
import com.iterate.relay.gaps.SilentGapSignals;
import com.iterate.relay.lanes.Lanes;
import com.iterate.relay.lanes.LanesConfig;
import com.iterate.relay.lanes.Parcel;
import com.iterate.relay.lanes.SilentSignals;
import com.iterate.relay.lanes.Surroundings;
import com.iterate.relay.lanes.VirtualTime;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class PartitionTest {

    private static final int SIZE = 100;

    private static final Lookup CONNECTED = new Lookup.Connected(new Connection(
            "acme",
            1,
            URI.create("https://rest.iad-01.braze.com"),
            new ApiKey("key"),
            Rate.OF_BRAZE,
            Optional.empty()));

    private final VirtualTime time = new VirtualTime();

    /** Requests, each with the offsets of the answers that it carries; Braze never answers. */
    private final List<Long> sent = new ArrayList<>();

    private final Lanes lanes = new Lanes(
            new Surroundings(
                    time,
                    Defaults.of(LanesConfig.class),
                    (connection, objects) -> {
                        objects.forEach(
                                object -> sent.add(Long.valueOf(((Respondent.Braze) object.respondent()).id())));
                        return new CompletableFuture<Reply>();
                    },
                    company -> CompletableFuture.completedFuture(CONNECTED),
                    letter -> CompletableFuture.completedFuture(null),
                    new SilentSignals()),
            new Random(1));

    @Test
    void what_is_new_goes_to_the_lanes_at_once() {
        // given
        Partition partition = partition(new Start(0, 0, Instant.EPOCH), 10, 10_000);
        // when
        receive(partition, 0);
        // then
        assertThat(sent).containsExactly(0L);
    }

    @Test
    void nothing_goes_further_than_the_stretch_beyond_the_acknowledged_commit() {
        // given
        Partition partition = partition(new Start(0, 0, Instant.EPOCH), 3, 10_000);
        List<OriginalRecord> records = new ArrayList<>();
        for (long offset = 0; offset < 10; offset++) {
            records.add(receive(partition, offset));
        }
        partition.finished(records.get(0));
        partition.finished(records.get(1));
        List<Long> before = List.copyOf(sent);
        // when
        partition.committed(2);
        letGo(partition);
        // then
        assertThat(before).containsExactly(0L, 1L, 2L);
        assertThat(sent).containsExactly(0L, 1L, 2L, 3L, 4L);
    }

    @Test
    void nor_further_than_its_bytes_but_always_far_enough_to_get_on() {
        // given
        Partition partition = partition(new Start(0, 0, Instant.EPOCH), 100, 50);
        OriginalRecord first = receive(partition, 0);
        receive(partition, 1);
        List<Long> before = List.copyOf(sent);
        // when
        partition.finished(first);
        partition.committed(1);
        letGo(partition);
        // then
        assertThat(before).containsExactly(0L);
        assertThat(sent).containsExactly(0L, 1L);
    }

    @Test
    void it_has_enough_when_as_much_waits_as_may_be_sent_and_wants_more_when_that_may_go() {
        // given
        Partition partition = partition(new Start(0, 0, Instant.EPOCH), 3, 10_000);
        List<OriginalRecord> records = new ArrayList<>();
        for (long offset = 0; offset < 5; offset++) {
            records.add(receive(partition, offset));
        }
        boolean early = partition.hasEnough();
        records.add(receive(partition, 5));
        boolean full = partition.hasEnough();
        // when
        partition.finished(records.get(0));
        partition.committed(1);
        letGo(partition);
        // then
        assertThat(early).isFalse();
        assertThat(full).isTrue();
        assertThat(partition.hasEnough()).isFalse();
    }

    @Test
    void of_large_answers_a_few_are_enough() {
        // given
        Partition partition = partition(new Start(0, 0, Instant.EPOCH), 100, 50);
        for (long offset = 0; offset < 3; offset++) {
            receive(partition, offset, 200_000);
        }
        boolean early = partition.hasEnough();
        // when
        receive(partition, 3, 400_000);
        // then
        assertThat(early).isFalse();
        assertThat(partition.hasEnough()).isTrue();
    }

    @Test
    void after_a_crash_the_stretch_is_read_before_anything_is_sent() {
        // given
        Partition partition = partition(new Start(5, 8, Instant.EPOCH), 10, 10_000);
        receive(partition, 5);
        receive(partition, 6);
        List<Long> before = List.copyOf(sent);
        // when
        receive(partition, 7);
        // then
        assertThat(before).isEmpty();
        assertThat(sent).containsExactly(5L, 6L, 7L);
    }

    @Test
    void a_new_owner_waits_until_the_requests_of_the_old_one_have_settled() {
        // given
        Partition partition = partition(new Start(0, 1, time.now().plusSeconds(3)), 10, 10_000);
        receive(partition, 0);
        List<Long> before = List.copyOf(sent);
        // when
        time.runFor(Duration.ofSeconds(3));
        letGo(partition);
        // then
        assertThat(before).isEmpty();
        assertThat(sent).containsExactly(0L);
    }

    @Test
    void nothing_is_sent_before_it_is_known_which_companies_are_skipped() {
        // given
        Gaps gaps = gaps();
        Partition partition = new Partition(
                0,
                new Start(0, 0, Instant.EPOCH),
                new Stretch(10, 10_000),
                lanes,
                gaps,
                Handover.NONE,
                new Window(100, 10_000));
        lanes.inTouchUntil(Instant.MAX);
        gaps.takeOver(List.of(partition));
        receive(partition, 0);
        List<Long> before = List.copyOf(sent);
        // when
        time.runFor(Duration.ofSeconds(1));
        letGo(partition);
        // then
        assertThat(before).isEmpty();
        assertThat(sent).containsExactly(0L);
    }

    @Test
    void nothing_is_sent_by_a_relay_that_lost_touch_with_its_group_until_it_hears_of_it_again() {
        // given
        Partition partition = partition(new Start(0, 0, Instant.EPOCH), 10, 10_000);
        lanes.inTouchUntil(time.now());
        receive(partition, 0);
        List<Long> before = List.copyOf(sent);
        // when
        lanes.inTouchUntil(time.now().plusSeconds(10));
        // then
        assertThat(before).isEmpty();
        assertThat(sent).containsExactly(0L);
    }

    private Gaps gaps() {
        return new Gaps(
                time,
                lanes,
                new ModelLedger(time).door(),
                new ModelLog(time, 1).reader(time),
                Defaults.of(GapsConfig.class),
                new SilentGapSignals(),
                new Random(1));
    }

    private Partition partition(Start start, int offsets, long bytes) {
        lanes.inTouchUntil(Instant.MAX);
        Partition partition = new Partition(
                0, start, new Stretch(offsets, bytes), lanes, gaps(), Handover.NONE, new Window(100, 10_000));
        partition.gapsKnown();
        return partition;
    }

    private OriginalRecord receive(Partition partition, long offset) {
        return receive(partition, offset, SIZE);
    }

    private OriginalRecord receive(Partition partition, long offset, int size) {
        Parcel parcel = aParcel(offset, partition, size);
        partition.received(parcel.original());
        partition.hold(parcel);
        letGo(partition);
        return parcel.original();
    }

    /** Then lets a batch that gathers leave. */
    private void letGo(Partition partition) {
        partition.letGo(time.now());
        time.runFor(Duration.ofMillis(51));
    }

    private Parcel aParcel(long offset, Partition partition, int size) {
        Answer answer = new Answer(
                "q1", "Why?", Optional.empty(), new AnswerValue.Text("so"), Optional.empty(), Optional.empty());
        ResponseSubmitted event = new ResponseSubmitted(
                "acme",
                "s1",
                "Survey",
                1,
                "r1",
                new Respondent.Braze(Long.toString(offset)),
                time.now(),
                false,
                Set.of(Delivery.BRAZE_ATTRIBUTES),
                List.of(answer));
        return new Parcel(
                new OriginalRecord(
                        "survey.responses.v1", 0, offset, time.now(), new byte[0], new byte[size], List.of()),
                event,
                partition);
    }
}
