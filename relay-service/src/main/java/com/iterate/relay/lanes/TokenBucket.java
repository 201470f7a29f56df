package com.iterate.relay.lanes;

import com.iterate.relay.credentials.Rate;
import java.time.Duration;
import java.time.Instant;

/**
 * When a company's next request may go out. Full, it holds a tenth of what Braze takes in a window, and in a window nine tenths
 * run in: whatever window Braze counts, it never sees more than it allows, and an hour's allowance is not gone in a minute.
 */
final class TokenBucket {

    private static final double BURST = 0.1;

    private static final double NANOS = 1e9;

    /** So that a sum of fractions which should make one does. */
    private static final double ROUNDING = 1e-6;

    private final Cut cut = new Cut();
    private Rate rate;
    private double share;
    private double tokens;
    private Instant filledAt;

    /** @param share of all partitions, of which every company has its answers everywhere: above 0, at most 1 */
    TokenBucket(Rate rate, double share, Instant now) {
        this.rate = rate;
        this.share = share;
        this.filledAt = now;
        this.tokens = capacity(now);
    }

    boolean hasToken(Instant now) {
        fill(now);
        return tokens >= 1 - ROUNDING;
    }

    void take(Instant now) {
        fill(now);
        tokens--;
    }

    /** Now, if there is one; never later than it comes while nothing is taken, and never never. */
    Instant nextTokenAt(Instant now) {
        fill(now);
        double missing = Math.max(0, 1 - tokens);
        return now.plusNanos((long) Math.ceil(missing / perSecond(now) * NANOS));
    }

    /** Requests that may go at once. */
    double left(Instant now) {
        fill(now);
        return tokens;
    }

    /** The partitions move between relays; the sum over all of them stays. */
    void share(double owned, Instant now) {
        fill(now);
        share = owned;
        tokens = Math.min(tokens, capacity(now));
    }

    /** The company's settings changed. */
    void rate(Rate changed, Instant now) {
        fill(now);
        rate = changed;
        tokens = Math.min(tokens, capacity(now));
    }

    /** Braze refused a request with 429. */
    void limited(Instant sentAt, Instant recoversAt, Instant now) {
        fill(now);
        cut.limited(sentAt, recoversAt);
        tokens = Math.min(tokens, capacity(now));
    }

    /** A new bucket would be no different. */
    boolean isFull(Instant now) {
        fill(now);
        return cut.part(now) >= 1 && tokens >= capacity(now) - ROUNDING;
    }

    /** Which part of the rate the last 429s left. */
    double part(Instant now) {
        return cut.part(now);
    }

    /** At which requests may go now. */
    double perSecond(Instant now) {
        return (1 - BURST) * allowed(now) / seconds();
    }

    /** This relay's share of what Braze takes, in requests a second. */
    double limitPerSecond() {
        return rate.requests() * share / seconds();
    }

    private void fill(Instant now) {
        if (now.isAfter(filledAt)) {
            double elapsed = Duration.between(filledAt, now).toNanos() / NANOS;
            tokens = Math.min(capacity(now), tokens + elapsed * perSecond(now));
            filledAt = now;
        }
    }

    /** Never below one request: a relay with a small share has to send as well, only seldom. */
    private double capacity(Instant now) {
        return Math.max(1, BURST * allowed(now));
    }

    private double allowed(Instant now) {
        return rate.requests() * share * cut.part(now);
    }

    private double seconds() {
        return rate.window().toNanos() / NANOS;
    }
}
