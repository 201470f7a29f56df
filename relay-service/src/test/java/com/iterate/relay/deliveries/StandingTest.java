package com.iterate.relay.deliveries;

import static com.iterate.relay.deliveries.Notes.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.iterate.relay.deliveries.Standing.Before;
import com.iterate.relay.deliveries.Standing.Marked;
import com.iterate.relay.deliveries.Standing.OpenGap;
import com.iterate.relay.lanes.LaneState;
import com.iterate.relay.lanes.Obstacle;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StandingTest {

    private static final Asked POSITION = new Asked(0, 50);
    private static final Instant LATER = NOON.plusSeconds(60);

    @Test
    void what_lies_before_a_mark_was_accepted_at_that_time() {
        // when
        Told told = standing().of(new Marked(POSITION, Optional.of(NOON), Optional.empty(), Before.MARKED));
        // then
        assertThat(told.state()).isEqualTo("accepted");
        assertThat(told.at()).contains(NOON);
    }

    @Test
    void what_was_caught_up_later_was_accepted_later() {
        // when
        Told told = standing().of(new Marked(POSITION, Optional.of(NOON), Optional.of(LATER), Before.MARKED));
        // then
        assertThat(told.at()).contains(LATER);
    }

    @Test
    void what_lies_before_the_first_mark_is_not_known() {
        assertThat(standing()
                        .of(new Marked(POSITION, Optional.of(NOON), Optional.empty(), Before.NOTHING_KNOWN))
                        .state())
                .isEqualTo("unknown");
    }

    @Test
    void what_waits_in_a_gap_says_why_and_since_when_although_the_partition_is_past_it() {
        // given
        Marked marked = new Marked(POSITION, Optional.of(LATER), Optional.empty(), Before.MARKED);
        // then
        for (OpenGap gap :
                List.of(gap(50, Optional.empty()), gap(40, Optional.of(51L)), gap(60, Optional.empty(), 50L))) {
            Told told = standing(gap).of(marked);
            assertThat(told.state()).isEqualTo("waiting");
            assertThat(told.why()).contains(Obstacle.SUSPENDED.inWords());
            assertThat(told.since()).contains(NOON);
        }
    }

    @Test
    void what_a_gap_has_caught_up_or_never_held_does_not_wait() {
        // given
        Marked marked = new Marked(POSITION, Optional.of(LATER), Optional.empty(), Before.MARKED);
        // then
        for (OpenGap gap :
                List.of(gap(51, Optional.empty()), gap(40, Optional.of(50L)), gap(60, Optional.empty(), 49L))) {
            assertThat(standing(gap).of(marked).state()).isEqualTo("accepted");
        }
    }

    @Test
    void what_lies_behind_the_mark_waits_for_what_its_lane_waits_for() {
        // given
        LaneState lane = new LaneState(
                "acme",
                LaneState.Health.WAITING,
                Optional.of("Braze answers 503"),
                Optional.of(NOON),
                3,
                Optional.empty(),
                Optional.empty());
        // when
        Told told = new Standing(List.of(), Optional.of(lane))
                .of(new Marked(POSITION, Optional.empty(), Optional.empty(), Before.MARKED));
        // then
        assertThat(told.state()).isEqualTo("waiting");
        assertThat(told.why()).contains("Braze answers 503");
        assertThat(told.since()).contains(NOON);
    }

    private static Standing standing(OpenGap... gaps) {
        return new Standing(List.of(gaps), Optional.empty());
    }

    private static OpenGap gap(long position, Optional<Long> until, Long... open) {
        return new OpenGap(0, position, List.of(open), until, Obstacle.SUSPENDED, NOON);
    }
}
