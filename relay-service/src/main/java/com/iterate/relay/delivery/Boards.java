package com.iterate.relay.delivery;

import com.iterate.relay.letters.LetterFilter;
import com.iterate.relay.letters.State;
import com.iterate.relay.letters.SummaryResource;
import com.iterate.webkit.Problem;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Dead letters of whoever asks, or of all for an operator. Blocks. */
@Singleton
class Boards {

    private static final Set<State> NOT_OVER = Set.of(State.OPEN, State.QUARANTINED, State.REPLAYING);

    private static final int USUAL_DAYS = 7;

    private final SummaryResource summaries;

    Boards(SummaryResource summaries) {
        this.summaries = summaries;
    }

    /**
     * Empty while the database is away: how lanes are doing is known without it.
     *
     * @param days 1, 7 or 30; anything else is a week
     */
    Optional<Board> now(String days) {
        int back = days.matches("1|7|30") ? Integer.parseInt(days) : USUAL_DAYS;
        Instant now = Instant.now();
        Instant from = begin(now, back);
        LetterFilter recently = new Asked(Map.of("state", Asked.ALL_STATES, "from", from.toString())).filter();
        try {
            return Optional.of(Board.of(
                    summaries.summary(LetterFilter.ALL.in(NOT_OVER)), summaries.summary(recently), from, back, now));
        } catch (Problem away) {
            if (away.status() == 503) {
                return Optional.empty();
            }
            throw away;
        }
    }

    /** Whole hours, or whole days where a bar is a day: those are counted already. */
    private static Instant begin(Instant now, int days) {
        return days > USUAL_DAYS
                ? now.truncatedTo(ChronoUnit.DAYS).minus(days - 1L, ChronoUnit.DAYS)
                : now.truncatedTo(ChronoUnit.HOURS).minus(Duration.ofDays(days)).plus(1, ChronoUnit.HOURS);
    }
}
