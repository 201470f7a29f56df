package com.iterate.relay.health;

import com.iterate.relay.lanes.Loop;
import java.time.Duration;
import java.time.Instant;

/** A task that the loop runs again and again. While it does not come round, nothing else on the loop does. */
final class Heartbeat {

    private final Loop loop;
    private final Duration every;
    private volatile Instant last;

    Heartbeat(Loop loop, Duration every) {
        this.loop = loop;
        this.every = every;
        this.last = loop.now();
    }

    void begin() {
        loop.execute(this::beat);
    }

    /** May be asked from any thread. */
    Duration silence() {
        return Duration.between(last, loop.now());
    }

    private void beat() {
        last = loop.now();
        loop.after(every, this::beat);
    }
}
