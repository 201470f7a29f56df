package com.iterate.relay.delivery;

import com.iterate.relay.credentials.Rate;
import com.iterate.relay.lanes.LaneState;
import com.iterate.relay.lanes.LaneState.Health;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * One company on the page.
 *
 * @param since  how long it has been in its state
 * @param oldest how long the oldest answer has been waiting
 * @param behind how long the company has been left out of the log's reading, while its answers wait in Kafka
 * @param rate   what its connection allows at most; empty: not known here
 */
record Row(
        String company,
        Optional<String> why,
        Optional<String> since,
        String waiting,
        Optional<String> oldest,
        Optional<String> behind,
        Optional<String> rate) {

    /** Who needs a person first, then whose answers have waited longest. */
    static final Comparator<LaneState> WORST_FIRST = Comparator.comparing(
                    LaneState::state, Comparator.<Health>reverseOrder())
            .thenComparing(lane -> lane.behind().orElse(Instant.MAX))
            .thenComparing(lane -> lane.oldest().orElse(Instant.MAX))
            .thenComparing(LaneState::waiting, Comparator.reverseOrder())
            .thenComparing(LaneState::company);

    static Row of(LaneState lane, Optional<Rate> rate, Instant now) {
        return new Row(
                lane.company(),
                lane.why(),
                lane.since().map(since -> Span.between(since, now)),
                Span.answers(lane.waiting()),
                lane.oldest().map(oldest -> Span.between(oldest, now)),
                lane.behind().map(behind -> Span.between(behind, now)),
                rate.map(Span::requests));
    }
}
