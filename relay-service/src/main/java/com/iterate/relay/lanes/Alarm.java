package com.iterate.relay.lanes;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Rings at the earliest time that somebody asked for. */
final class Alarm {

    private final Loop loop;
    private final Runnable rings;
    private Optional<Instant> next = Optional.empty();

    Alarm(Loop loop, Runnable rings) {
        this.loop = loop;
        this.rings = rings;
    }

    /** @param now what the decision was made by; the clock goes on meanwhile, and nothing must fall between */
    void at(Instant when, Instant now) {
        if (next.isEmpty() || when.isBefore(next.get())) {
            next = Optional.of(when);
            loop.after(Duration.between(now, when), () -> {
                next = next.filter(other -> !other.equals(when));
                rings.run();
            });
        }
    }
}
