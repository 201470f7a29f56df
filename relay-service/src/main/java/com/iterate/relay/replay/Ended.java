package com.iterate.relay.replay;

import com.iterate.relay.letters.Change.Failure;
import com.iterate.relay.letters.LetterId;
import java.util.List;
import java.util.Optional;

/**
 * How a letter came out.
 *
 * @param failure   why it is dead again
 * @param remaining what of it failed
 */
record Ended(
        long job,
        LetterId letter,
        int partition,
        String company,
        Result result,
        Optional<Failure> failure,
        List<Piece> remaining) {

    Ended {
        remaining = List.copyOf(remaining);
    }

    static Ended of(Item item, Result result) {
        return of(item.job(), item.letter(), item.partition(), item.company(), result);
    }

    static Ended of(long job, LetterId letter, int partition, String company, Result result) {
        return new Ended(job, letter, partition, company, result, Optional.empty(), List.of());
    }

    /** @param mostReplays after so many failures it is quarantined */
    static Ended failed(Item item, Failure failure, List<Piece> remaining, int mostReplays) {
        Result result = item.replays() + 1 < mostReplays ? Result.FAILED_AGAIN : Result.QUARANTINED;
        return new Ended(
                item.job(), item.letter(), item.partition(), item.company(), result, Optional.of(failure), remaining);
    }
}
