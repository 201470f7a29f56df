package com.iterate.relay.lanes;

import java.time.Duration;
import java.time.Instant;

/**
 * How many requests of a lane are in flight at most: all that are allowed while Braze is as quick as usual, fewer while it is
 * not. Known as Gradient2: the limit follows the ratio of the usual latency to the latest, plus a small queue that lets it
 * grow; a failure halves it.
 */
final class Concurrency {

    /** Braze answers in 50 to 100 ms; what is quicker differs by our own hiccups only. */
    private static final double QUICK_ENOUGH = 50;

    /** Up to this many times the usual latency nothing is wrong: a full request takes longer than one of a single object. */
    private static final double TOLERANCE = 2;

    /** One slow reply is no trend. */
    private static final double WEIGHT = 0.2;

    /** The limit never heads for less than half of itself: with the queue, slowness alone leaves four. */
    private static final double STEEPEST = 0.5;

    /** Replies that make what is usual; half a minute of a lane that sends 20 requests a second. */
    private static final double MEMORY = 600;

    /** Usual is a plain mean at first, or the handshake of the first request would count for long. */
    private static final int FIRST = 10;

    /** Slowness that is over is forgotten faster than it was learned. */
    private static final double FORGETTING = 0.95;

    private final int most;
    private double limit;
    private double usual;
    private int replies;
    private Instant halvedAt = Instant.EPOCH;

    /** @param most begins there: it is what Braze is known to take */
    Concurrency(int most) {
        this.most = most;
        this.limit = most;
    }

    int limit() {
        return (int) Math.round(limit);
    }

    /** @param inFlight when the request was sent, itself included: a limit that was not used proves nothing */
    void answered(Duration latency, int inFlight) {
        double latest = Math.max(QUICK_ENOUGH, latency.toNanos() / 1e6);
        learn(latest);
        if (inFlight * 2 >= limit()) {
            double gradient = Math.max(STEEPEST, Math.min(1, TOLERANCE * usual / latest));
            double aim = limit * gradient + Math.sqrt(limit);
            limit = Math.min(most, Math.max(1, (1 - WEIGHT) * limit + WEIGHT * aim));
        }
    }

    /** Counts once for all requests that were under way together. */
    void failed(Instant sentAt, Instant now) {
        if (!sentAt.isBefore(halvedAt)) {
            limit = Math.max(1, limit / 2);
            halvedAt = now;
        }
    }

    private void learn(double latest) {
        replies = Math.min(FIRST, replies + 1);
        double weight = replies < FIRST ? 1.0 / replies : 2 / (MEMORY + 1);
        usual += (latest - usual) * weight;
        if (usual > 2 * latest) {
            usual *= FORGETTING;
        }
    }
}
