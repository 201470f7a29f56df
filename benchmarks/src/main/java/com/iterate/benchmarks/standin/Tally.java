package com.iterate.benchmarks.standin;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.BitSet;

/** When each answer came and was accepted, and everything that must not happen. Owned by one event loop. */
final class Tally {

    private static final int NEVER = -1;

    private final int slots;
    private final long[] arrived;
    private final long[] accepted;
    private final int[] newest;
    private final BitSet underWay;
    private long requests;
    private long objects;
    private long distinct;
    private long repeated;
    private long outOfOrder;
    private long overlapping;
    private long limited;
    private long refused;
    private long unanswered;

    /**
     * @param answers numbers from 0
     * @param slots   numbers that differ by this much write the same attribute of the same person
     */
    Tally(int answers, int slots) {
        this.slots = slots;
        this.arrived = new long[answers];
        this.accepted = new long[answers];
        this.newest = new int[slots];
        this.underWay = new BitSet(slots);
        Arrays.fill(newest, NEVER);
    }

    void arrived(Numbers request) {
        long now = now();
        requests++;
        objects += request.objects();
        for (int number : request.answers()) {
            if (arrived[number] == 0) {
                arrived[number] = now;
            }
            if (underWay.get(number % slots)) {
                overlapping++;
            }
        }
        // Afterwards: two answers in one request are no overlap.
        for (int number : request.answers()) {
            underWay.set(number % slots);
        }
    }

    void accepted(Numbers request) {
        long now = now();
        for (int number : request.answers()) {
            if (accepted[number] == 0) {
                accepted[number] = now;
                distinct++;
            } else {
                repeated++;
            }
            int slot = number % slots;
            if (newest[slot] > number) {
                outOfOrder++;
            } else {
                newest[slot] = number;
            }
        }
        over(request);
    }

    void limited(Numbers request) {
        limited++;
        over(request);
    }

    void refused(Numbers request) {
        refused++;
        over(request);
    }

    void unanswered(Numbers request) {
        unanswered++;
        over(request);
    }

    JsonObject counts() {
        return new JsonObject()
                .put("requests", requests)
                .put("objects", objects)
                .put("accepted", distinct)
                .put("acceptedAgain", repeated)
                .put("outOfOrder", outOfOrder)
                .put("overlapping", overlapping)
                .put("limited", limited)
                .put("refused", refused)
                .put("unanswered", unanswered);
    }

    /** Two times for each number, arrived and first accepted, in microseconds since 1970; 0: not yet. */
    Buffer times() {
        Buffer times = Buffer.buffer(2 * Long.BYTES * arrived.length);
        for (int number = 0; number < arrived.length; number++) {
            times.appendLong(arrived[number]).appendLong(accepted[number]);
        }
        return times;
    }

    private void over(Numbers request) {
        for (int number : request.answers()) {
            underWay.clear(number % slots);
        }
    }

    private static long now() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }
}
