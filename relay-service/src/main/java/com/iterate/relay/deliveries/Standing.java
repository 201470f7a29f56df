package com.iterate.relay.deliveries;

import com.iterate.relay.lanes.LaneState;
import com.iterate.relay.lanes.Obstacle;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How a record stands, by the marks of its partition and the gaps of its company. */
final class Standing {

    /**
     * The marks around a position.
     *
     * @param passedAt when everything before the next offset was done, or in a gap; empty: not yet
     * @param caughtUp the same of a gap that the position was in
     * @param before   whether there is a mark at or before the position: else the record begins behind it
     */
    record Marked(Asked position, Optional<Instant> passedAt, Optional<Instant> caughtUp, Before before) {}

    enum Before {
        MARKED,
        NOTHING_KNOWN
    }

    /** A row of the table {@code gap}. */
    record OpenGap(
            int partition, long position, List<Long> open, Optional<Long> until, Obstacle cause, Instant openedAt) {

        boolean holds(Asked asked) {
            return partition == asked.partition()
                    && (open.contains(asked.offset())
                            || (asked.offset() >= position && asked.offset() < until.orElse(Long.MAX_VALUE)));
        }
    }

    private final List<OpenGap> gaps;
    private final Optional<LaneState> lane;

    /**
     * @param gaps of the company
     * @param lane of the company in this relay; what is in its way is so in every relay
     */
    Standing(List<OpenGap> gaps, Optional<LaneState> lane) {
        this.gaps = List.copyOf(gaps);
        this.lane = lane;
    }

    Told of(Marked marked) {
        Optional<OpenGap> gap =
                gaps.stream().filter(open -> open.holds(marked.position())).findFirst();
        if (marked.passedAt().isPresent() && gap.isPresent()) {
            return waiting(
                    marked.position(),
                    Optional.of(gap.get().cause().inWords()),
                    Optional.of(gap.get().openedAt()));
        }
        if (marked.passedAt().isEmpty()) {
            return waiting(marked.position(), lane.flatMap(LaneState::why), lane.flatMap(LaneState::since));
        }
        return marked.before() == Before.NOTHING_KNOWN
                ? told(marked.position(), "unknown", Optional.empty(), Optional.empty(), Optional.empty())
                : told(marked.position(), "accepted", latest(marked), Optional.empty(), Optional.empty());
    }

    private static Optional<Instant> latest(Marked marked) {
        return marked.passedAt()
                .map(passed -> marked.caughtUp().filter(passed::isBefore).orElse(passed));
    }

    private static Told waiting(Asked position, Optional<String> why, Optional<Instant> since) {
        return told(position, "waiting", Optional.empty(), why, since);
    }

    private static Told told(
            Asked position, String state, Optional<Instant> at, Optional<String> why, Optional<Instant> since) {
        return Told.of(position, state, at, why, since);
    }
}
