package com.iterate.relay.deliveries;

import static com.iterate.relay.deliveries.Notes.covered;
import static com.iterate.relay.deliveries.Notes.rejected;
import static org.assertj.core.api.Assertions.assertThat;

import com.iterate.contracts.ResponseDecoder;
import com.iterate.relay.Defaults;
import com.iterate.relay.deadletters.OriginalRecord;
import com.iterate.relay.deadletters.Reason;
import com.iterate.relay.deliveries.Page.GapMark;
import com.iterate.relay.deliveries.Page.Mark;
import com.iterate.relay.deliveries.Progress.InGap;
import com.iterate.relay.lanes.VirtualTime;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeliveryRecordTest {

    private final VirtualTime time = new VirtualTime();
    private final ModelRegister register = new ModelRegister();
    private final List<String> done = new ArrayList<>();
    private final List<Integer> givenUp = new ArrayList<>();
    private final Map<Integer, Long> finished = new HashMap<>();
    private final List<InGap> gaps = new ArrayList<>();
    private final DeliveryRecord record = new DeliveryRecord(
            time,
            register,
            Defaults.with(DeliveriesConfig.class, Map.of("relay.deliveries.most-waiting", "3")),
            new RecordSignals() {
                @Override
                public void couldNotWrite(Throwable failure) {
                    done.add("could not write");
                }

                @Override
                public void gaveUp(int notes) {
                    givenUp.add(notes);
                }
            });

    @BeforeEach
    void it_follows() {
        record.follow(() -> new Progress(Map.copyOf(finished), List.copyOf(gaps)));
    }

    @Test
    void an_answer_is_done_only_when_its_note_is_written() {
        // given
        record.note(
                List.of(rejected(0, 7)),
                () -> done.add("7 after " + register.notes().size()));
        assertThat(done).isEmpty();
        // when
        time.runFor(Duration.ofMillis(50));
        // then
        assertThat(done).containsExactly("7 after 1");
    }

    @Test
    void a_whole_record_belongs_to_the_company_that_its_key_names_or_to_nobody() {
        // given
        Ending unreadable = new Ending.Failed(Reason.UNREADABLE, 0, "At byte 0: not valid JSON");
        // when
        record.note(unreadable("acme|braze:ana", 7), ResponseDecoder.decode(new byte[0]), unreadable, () -> {});
        record.note(unreadable("no key of ours", 8), ResponseDecoder.decode(new byte[0]), unreadable, () -> {});
        time.runFor(Duration.ofMillis(50));
        // then
        assertThat(register.notes()).extracting(Note::company).containsExactly("acme", "");
        assertThat(register.notes()).extracting(Note::as).containsOnly(Note.RECORD);
    }

    private static OriginalRecord unreadable(String key, long offset) {
        return new OriginalRecord(
                "survey.responses.v1",
                0,
                offset,
                Notes.NOON,
                key.getBytes(StandardCharsets.UTF_8),
                new byte[0],
                List.of());
    }

    @Test
    void what_comes_up_together_is_written_together() {
        // when
        for (int offset = 0; offset < 1000; offset++) {
            record.note(List.of(covered(0, offset)), () -> {});
        }
        time.runFor(Duration.ofMillis(50));
        // then
        assertThat(register.writes()).isEqualTo(1);
        assertThat(register.notes()).hasSize(1000);
    }

    @Test
    void while_the_database_is_away_a_rejected_answer_waits_for_as_long_as_it_takes() {
        // given
        register.goesAway();
        record.note(List.of(rejected(0, 7)), () -> done.add("7"));
        // when
        time.runFor(Duration.ofMinutes(10));
        assertThat(done).doesNotContain("7");
        register.comesBack();
        time.runFor(Duration.ofSeconds(2));
        // then
        assertThat(done).contains("7");
        assertThat(register.notes()).containsExactly(rejected(0, 7));
    }

    @Test
    void one_with_a_newer_answer_on_the_profile_waits_for_a_moment_and_is_noted_later() {
        // given
        register.goesAway();
        record.note(List.of(covered(0, 7)), () -> done.add("7"));
        time.runFor(Duration.ofSeconds(4));
        assertThat(done).doesNotContain("7");
        // when
        time.runFor(Duration.ofSeconds(3));
        // then
        assertThat(done).containsOnlyOnce("7");
        register.comesBack();
        time.runFor(Duration.ofSeconds(2));
        assertThat(done).containsOnlyOnce("7");
        assertThat(register.notes()).containsExactly(covered(0, 7));
    }

    @Test
    void one_that_must_not_be_read_again_waits_for_nothing_and_is_noted_later() {
        // given
        register.goesAway();
        // when
        record.note(List.of(Notes.note(0, 7, new Ending.Superseded(3))), () -> done.add("7"));
        // then
        assertThat(done).containsExactly("7");
        register.comesBack();
        time.runFor(Duration.ofSeconds(2));
        assertThat(register.notes()).hasSize(1);
    }

    @Test
    void far_too_many_of_those_are_given_up_and_said_to_be_but_never_one_that_somebody_waits_for() {
        // given
        register.goesAway();
        record.note(List.of(rejected(0, 1)), () -> done.add("1"));
        for (int offset = 2; offset < 8; offset++) {
            record.note(List.of(covered(0, offset)), () -> {});
        }
        // when
        time.runFor(Duration.ofSeconds(10));
        register.comesBack();
        time.runFor(Duration.ofSeconds(2));
        // then
        assertThat(givenUp.stream().mapToInt(each -> each).sum()).isEqualTo(4);
        assertThat(register.notes()).containsExactly(rejected(0, 1), covered(0, 6), covered(0, 7));
        assertThat(done).contains("1");
    }

    @Test
    void a_partition_is_settled_when_none_of_its_answers_waits() {
        // given
        register.goesAway();
        record.note(List.of(rejected(0, 7)), () -> {});
        record.settled(Set.of(0)).thenRun(() -> done.add("0 settled"));
        record.settled(Set.of(1)).thenRun(() -> done.add("1 settled"));
        time.runFor(Duration.ofSeconds(3));
        assertThat(done).contains("1 settled").doesNotContain("0 settled");
        // when
        register.comesBack();
        time.runFor(Duration.ofSeconds(2));
        // then
        assertThat(done).contains("0 settled");
    }

    @Test
    void a_mark_is_set_each_second_while_a_partition_moves() {
        // given
        finished.put(0, 10L);
        finished.put(1, 5L);
        // when
        time.runFor(Duration.ofMillis(1500));
        finished.put(0, 20L);
        time.runFor(Duration.ofMillis(5000));
        // then
        assertThat(register.marks()).extracting(Mark::partition).containsExactlyInAnyOrder(0, 1, 0);
        assertThat(register.marks()).extracting(Mark::finished).containsExactlyInAnyOrder(10L, 5L, 20L);
    }

    @Test
    void after_an_outage_the_newest_mark_is_there_and_none_that_was_overtaken() {
        // given
        register.goesAway();
        finished.put(0, 10L);
        time.runFor(Duration.ofSeconds(3));
        finished.put(0, 30L);
        time.runFor(Duration.ofSeconds(3));
        // when
        register.comesBack();
        time.runFor(Duration.ofSeconds(3));
        // then
        assertThat(register.marks()).extracting(Mark::finished).containsExactly(30L);
    }

    @Test
    void a_gap_has_marks_of_its_own_and_the_live_offset_when_it_is_over() {
        // given
        finished.put(0, 100L);
        gaps.add(new InGap(0, "acme", Notes.NOON, 40));
        time.runFor(Duration.ofMillis(1500));
        gaps.set(0, new InGap(0, "acme", Notes.NOON, 70));
        time.runFor(Duration.ofSeconds(1));
        // when
        gaps.clear();
        time.runFor(Duration.ofSeconds(1));
        // then
        assertThat(register.gapMarks()).extracting(GapMark::finished).containsExactly(40L, 70L, 100L);
    }

    @Test
    void a_gap_that_is_opened_anew_goes_on_as_another_and_is_not_over() {
        // given
        finished.put(0, 100L);
        gaps.add(new InGap(0, "acme", Notes.NOON, 40));
        time.runFor(Duration.ofMillis(1500));
        // when
        gaps.set(0, new InGap(0, "acme", Notes.NOON.plusSeconds(9), 60));
        time.runFor(Duration.ofSeconds(1));
        // then
        assertThat(register.gapMarks()).extracting(GapMark::finished).containsExactly(40L, 60L);
    }
}
