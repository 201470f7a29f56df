package com.iterate.relay.letters;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * How many letters a filter finds, and why they are dead.
 *
 * @param states   of all that are found
 * @param groups   the largest first, at most {@link #MOST_GROUPS}
 * @param unlisted groups that did not fit
 * @param bucket   {@code hour} or {@code day}
 * @param buckets  oldest first; a bucket without letters is left out
 */
public record Summary(
        long letters, Map<State, Long> states, List<Group> groups, int unlisted, String bucket, List<Bucket> buckets) {

    /** More is not read by anybody; a narrower filter shows the others. */
    static final int MOST_GROUPS = 100;

    /**
     * Letters of one company that died of the same cause.
     *
     * @param text    what Braze, or the relay, said, without what differs from letter to letter
     * @param firstAt of all in these states, also those beyond the time that was asked for
     */
    public record Group(
            String company,
            String reason,
            int status,
            String fingerprint,
            String text,
            long letters,
            Map<State, Long> states,
            Instant firstAt,
            Instant lastAt) {}

    public record Bucket(Instant from, String reason, long letters) {}
}
