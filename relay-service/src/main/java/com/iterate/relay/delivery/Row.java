package com.iterate.relay.delivery;

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
 * @param behind how long the company has been left out of the log's reading, while its answers wait in Kafka, uncounted
 */
record Row(
        String company,
        Optional<String> why,
        Optional<String> since,
        String waiting,
        Optional<String> oldest,
        Optional<String> behind) {

    /** Who needs a person first, then whose answers have waited longest. */
    static final Comparator<LaneState> WORST_FIRST = Comparator.comparing(
                    LaneState::state, Comparator.<Health>reverseOrder())
            .thenComparing(lane -> lane.oldest().orElse(Instant.MAX))
            .thenComparing(LaneState::waiting, Comparator.reverseOrder())
            .thenComparing(LaneState::company);

    static Row of(LaneState lane, Instant now) {
        return new Row(
                lane.company(),
                lane.why(),
                lane.since().map(since -> Span.between(since, now)),
                Span.answers(lane.waiting()),
                lane.oldest().map(oldest -> Span.between(oldest, now)),
                behind(lane).map(behind -> Span.between(behind, now)));
    }

    /** GAPS: {@code lane.behind()} goes here, and into WORST_FIRST before oldest; the page shows it as soon as it is there. */
    private static Optional<Instant> behind(LaneState lane) {
        return Optional.empty();
    }
}
