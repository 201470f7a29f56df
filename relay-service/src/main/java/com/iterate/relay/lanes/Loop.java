package com.iterate.relay.lanes;

import java.time.Duration;
import java.time.Instant;

/** The one thread that owns all lanes, and its clock. */
public interface Loop {

    /** Never runs backwards. */
    Instant now();

    /** Runs on this loop, not before the delay is over. */
    void after(Duration delay, Runnable task);

    /** Runs on this loop, soon. May be called from any thread. */
    void execute(Runnable task);
}
