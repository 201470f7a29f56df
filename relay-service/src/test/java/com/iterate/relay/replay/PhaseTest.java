package com.iterate.relay.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.iterate.relay.replay.Tally.Tried;
import org.junit.jupiter.api.Test;

class PhaseTest {

    private static final Canary A_FIFTH = new Canary(0.2);

    @Test
    void the_first_ten_are_tried_before_the_others_go() {
        assertThat(Phase.COLLECTING.collected(tally(500, 10, 10, 0), A_FIFTH)).isEqualTo(Phase.CANARY);
        assertThat(Phase.CANARY.after(tally(495, 10, 5, 2), A_FIFTH)).isEqualTo(Phase.CANARY);
        assertThat(Phase.CANARY.after(tally(490, 10, 0, 2), A_FIFTH)).isEqualTo(Phase.RUNNING);
    }

    @Test
    void a_job_stops_as_soon_as_more_of_the_first_ten_failed_than_may() {
        assertThat(Phase.CANARY.after(tally(497, 10, 7, 3), A_FIFTH)).isEqualTo(Phase.STOPPED);
        assertThat(Phase.CANARY.after(tally(499, 10, 9, 1), new Canary(0))).isEqualTo(Phase.STOPPED);
    }

    @Test
    void without_a_canary_everything_goes_at_once() {
        assertThat(Phase.COLLECTING.collected(tally(500, 10, 10, 0), new Canary(1)))
                .isEqualTo(Phase.RUNNING);
    }

    @Test
    void a_job_is_done_when_nothing_waits_whatever_its_canary_says() {
        assertThat(Phase.COLLECTING.collected(tally(0, 0, 0, 0), A_FIFTH)).isEqualTo(Phase.DONE);
        assertThat(Phase.CANARY.after(tally(0, 3, 0, 3), A_FIFTH)).isEqualTo(Phase.DONE);
        assertThat(Phase.RUNNING.after(tally(0, 10, 0, 1), A_FIFTH)).isEqualTo(Phase.DONE);
        assertThat(Phase.RUNNING.after(tally(1, 10, 0, 1), A_FIFTH)).isEqualTo(Phase.RUNNING);
    }

    @Test
    void what_is_over_stays_over() {
        for (Phase over : new Phase[] {Phase.STOPPED, Phase.CANCELLED, Phase.DONE}) {
            assertThat(over.after(tally(0, 10, 0, 0), A_FIFTH)).isEqualTo(over);
            assertThat(over.collected(tally(5, 5, 5, 0), A_FIFTH)).isEqualTo(over);
            assertThat(over.isOver()).isTrue();
        }
    }

    private static Tally tally(long waiting, int letters, int waitingOfThem, int failed) {
        return new Tally(waiting, new Tried(letters, waitingOfThem, failed));
    }
}
