package com.iterate.relay.intake;

import com.iterate.relay.lanes.Loop;
import java.time.Duration;
import java.time.Instant;

/** Another loop, seen from later. */
record LateClock(Loop loop, Duration later) implements Loop {

    @Override
    public Instant now() {
        return loop.now().plus(later);
    }

    @Override
    public void after(Duration delay, Runnable task) {
        loop.after(delay, task);
    }

    @Override
    public void execute(Runnable task) {
        loop.execute(task);
    }
}
