package com.iterate.relay.lanes;

import com.iterate.relay.braze.Reply;
import com.iterate.relay.credentials.Connection;
import com.iterate.relay.credentials.Rate;
import com.iterate.relay.lanes.Breaker.Trouble;
import com.iterate.relay.lanes.LaneState.Health;
import java.math.BigDecimal;
import java.math.MathContext;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** Whether a lane's next request may go now: its company's rate, Braze's latency and the turns of the other lanes. */
final class Pace {

    /**
     * A request under way.
     *
     * @param together requests of its lane under way when it was sent, itself included
     */
    record Flight(Turns.Turn turn, Instant sentAt, int together) {}

    /** Shorter waits for a token are how a rate works, not something for people to read. */
    private static final Duration WORTH_A_WORD = Duration.ofSeconds(10);

    private final Function<URI, Turns> hosts;
    private final Signals signals;
    private final Runnable pump;
    private final TokenBucket bucket;
    private final Concurrency concurrency;
    private Rate rate = Rate.OF_BRAZE;
    private Optional<URI> host = Optional.empty();
    private Optional<Turns.Turn> turn = Optional.empty();
    private Optional<Hold> held = Optional.empty();
    private Instant shortSince = Instant.EPOCH;
    private Instant shortUntil = Instant.EPOCH;

    /**
     * @param share of the partitions
     * @param pump  sends what may be sent
     */
    Pace(LanesConfig config, Function<URI, Turns> hosts, Signals signals, double share, Runnable pump, Instant now) {
        this.hosts = hosts;
        this.signals = signals;
        this.pump = pump;
        this.bucket = new TokenBucket(rate, share, now);
        this.concurrency = new Concurrency(config.requestsInFlight());
    }

    /** To be asked only with a request to send: if it may not go, the pump is run when it may, or {@link #nextTokenAt} says when. */
    boolean allows(Connection connection, int inFlight, Instant now) {
        Optional<Hold> by = holds(connection, inFlight, now);
        if (!by.equals(held)) {
            held = by;
            by.ifPresent(signals::held);
        }
        return by.isEmpty();
    }

    /** @param inFlight of this lane, the new one included */
    Flight began(int objects, int inFlight, Instant now) {
        bucket.take(now);
        signals.paced(concurrency.limit(), bucket.part(now));
        Turns.Turn own = turn.orElseThrow();
        own.began(objects);
        return new Flight(own, now, inFlight);
    }

    /** What the reply tells about rate and latency. Its place is given back by {@code flight.turn().ended()}. */
    void ended(Flight flight, Reply reply, Instant now) {
        if (reply instanceof Reply.Answered) {
            concurrency.answered(Duration.between(flight.sentAt(), now), flight.together());
        } else if (reply instanceof Reply.RateLimited limited) {
            bucket.limited(flight.sentAt(), now.plus(limited.retryAfter()), now);
        } else if (reply instanceof Reply.Failed) {
            concurrency.failed(flight.sentAt(), now);
        }
    }

    /** While tokens are what the lane waits for. */
    Optional<Instant> nextTokenAt() {
        return held.filter(Hold.RATE::equals).map(rate -> shortUntil);
    }

    /** For people to read, once the rate has been in the way for a while. */
    Optional<Trouble> trouble(Instant now) {
        if (isForgotten(now) || shortSince.plus(WORTH_A_WORD).isAfter(now)) {
            return Optional.empty();
        }
        String why = "Held back by the company's rate: sends " + rounded(bucket.perSecond(now)) + " of "
                + rounded(bucket.limitPerSecond()) + " requests a second";
        return Optional.of(new Trouble(Health.DELIVERING, why, shortSince, shortUntil));
    }

    double tokens(Instant now) {
        return bucket.left(now);
    }

    double part(Instant now) {
        return bucket.part(now);
    }

    void share(double share, Instant now) {
        bucket.share(share, now);
    }

    /** Nothing needs to be remembered. */
    boolean isRested(Instant now) {
        return bucket.isFull(now);
    }

    private Optional<Hold> holds(Connection connection, int inFlight, Instant now) {
        settle(connection, now);
        if (inFlight >= concurrency.limit()) {
            return Optional.of(Hold.IN_FLIGHT);
        }
        if (!bucket.hasToken(now)) {
            shortSince = isForgotten(now) ? now : shortSince;
            shortUntil = bucket.nextTokenAt(now);
            return Optional.of(Hold.RATE);
        }
        return turn.filter(Turns.Turn::mayGo).isPresent() ? Optional.empty() : Optional.of(Hold.TURN);
    }

    private void settle(Connection connection, Instant now) {
        if (!connection.rate().equals(rate)) {
            rate = connection.rate();
            bucket.rate(rate, now);
        }
        if (host.isEmpty() || !host.get().equals(connection.endpoint())) {
            host = Optional.of(connection.endpoint());
            turn = host.map(hosts).map(turns -> turns.join(pump));
        }
    }

    private boolean isForgotten(Instant now) {
        return shortUntil.plus(WORTH_A_WORD).isBefore(now);
    }

    private static String rounded(double perSecond) {
        return BigDecimal.valueOf(perSecond)
                .round(new MathContext(3))
                .stripTrailingZeros()
                .toPlainString();
    }
}
