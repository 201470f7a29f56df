package com.iterate.benchmarks.processes;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** When each answer came to the stand-in and when it was first accepted: microseconds since 1970, 0 for not yet. */
public final class Times {

    private final long[] arrived;
    private final long[] accepted;
    private final long[] delivered;

    /** @param slots numbers that differ by this much write the same attribute of the same person */
    Times(long[] arrived, long[] accepted, int slots) {
        this.arrived = arrived;
        this.accepted = accepted;
        this.delivered = delivered(accepted, slots);
    }

    static Times of(ByteBuffer pairs, int slots) {
        int answers = pairs.remaining() / (2 * Long.BYTES);
        long[] arrived = new long[answers];
        long[] accepted = new long[answers];
        for (int number = 0; number < answers; number++) {
            arrived[number] = pairs.getLong();
            accepted[number] = pairs.getLong();
        }
        return new Times(arrived, accepted, slots);
    }

    /** From the newest to the oldest, so that each is looked at once: there may be a million, and somebody waits. */
    private static long[] delivered(long[] accepted, int slots) {
        long[] delivered = accepted.clone();
        for (int number = accepted.length - 1 - slots; number >= 0; number--) {
            long newer = delivered[number + slots];
            if (newer > 0 && (delivered[number] == 0 || newer < delivered[number])) {
                delivered[number] = newer;
            }
        }
        return delivered;
    }

    public long arrived(int number) {
        return arrived[number];
    }

    /**
     * When this answer, or a newer one to the same attribute of the same person, was first accepted; 0 for not yet. A relay
     * need not send what is already out of date.
     */
    public long delivered(int number) {
        return delivered[number];
    }

    /** How many of the first so many are not delivered. */
    public long missing(int first) {
        return Arrays.stream(delivered, 0, Math.max(0, first))
                .filter(at -> at == 0)
                .count();
    }

    /**
     * Answers a second.
     *
     * @param overall    from the first arrival to the last acceptance
     * @param secondHalf of the second half: by then the JVM has compiled what is hot
     */
    public record Rates(double overall, double secondHalf) {}

    public Rates rates() {
        long[] ends = Arrays.stream(accepted).filter(at -> at > 0).sorted().toArray();
        int half = ends.length / 2;
        if (half < 2) {
            return new Rates(0, 0);
        }
        long first = Arrays.stream(arrived).filter(at -> at > 0).min().orElse(0);
        long last = ends[ends.length - 1];
        return new Rates(ends.length * 1e6 / (last - first), (ends.length - 1 - half) * 1e6 / (last - ends[half]));
    }
}
