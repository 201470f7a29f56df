package com.iterate.relay.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.iterate.contracts.Answer;
import com.iterate.contracts.AnswerValue;
import com.iterate.contracts.Delivery;
import com.iterate.contracts.Respondent;
import com.iterate.contracts.ResponseSubmitted;
import com.iterate.relay.deadletters.OriginalRecord;
import com.iterate.relay.lanes.Parcel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PartitionTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final int SIZE = 100;

    private final List<Long> sent = new ArrayList<>();

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
        for (long offset = 0; offset < 10; offset++) {
            receive(partition, offset);
        }
        partition.finished(0, SIZE);
        partition.finished(1, SIZE);
        List<Long> before = List.copyOf(sent);
        // when
        partition.committed(2);
        partition.letGo(NOW);
        // then
        assertThat(before).containsExactly(0L, 1L, 2L);
        assertThat(sent).containsExactly(0L, 1L, 2L, 3L, 4L);
    }

    @Test
    void nor_further_than_its_bytes_but_always_far_enough_to_get_on() {
        // given
        Partition partition = partition(new Start(0, 0, Instant.EPOCH), 100, 50);
        receive(partition, 0);
        receive(partition, 1);
        List<Long> before = List.copyOf(sent);
        // when
        partition.finished(0, SIZE);
        partition.committed(1);
        partition.letGo(NOW);
        // then
        assertThat(before).containsExactly(0L);
        assertThat(sent).containsExactly(0L, 1L);
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
        Partition partition = partition(new Start(0, 1, NOW.plusSeconds(3)), 10, 10_000);
        receive(partition, 0);
        List<Long> before = List.copyOf(sent);
        // when
        partition.letGo(NOW.plusSeconds(3));
        // then
        assertThat(before).isEmpty();
        assertThat(sent).containsExactly(0L);
    }

    private Partition partition(Start start, int offsets, long bytes) {
        return new Partition(
                start,
                new Stretch(offsets, bytes),
                parcel -> sent.add(parcel.original().offset()));
    }

    private static void receive(Partition partition, long offset) {
        partition.received(offset, SIZE);
        partition.hold(aParcel(offset));
        partition.letGo(NOW);
    }

    private static Parcel aParcel(long offset) {
        Answer answer = new Answer(
                "q1", "Why?", Optional.empty(), new AnswerValue.Text("so"), Optional.empty(), Optional.empty());
        ResponseSubmitted event = new ResponseSubmitted(
                "acme",
                "s1",
                "Survey",
                1,
                "r1",
                new Respondent.Braze("ana"),
                NOW,
                false,
                Set.of(Delivery.BRAZE_ATTRIBUTES),
                List.of(answer));
        return new Parcel(
                new OriginalRecord("survey.responses.v1", 0, offset, NOW, new byte[0], new byte[SIZE], List.of()),
                event,
                () -> {});
    }
}
