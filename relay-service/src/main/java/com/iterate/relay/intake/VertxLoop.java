package com.iterate.relay.intake;

import com.iterate.relay.lanes.Loop;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import java.time.Duration;
import java.time.Instant;

/** One event loop of Vert.x, which owns the lanes and the connections to Braze. */
final class VertxLoop implements Loop {

    private final Context context;
    private final Vertx vertx;

    /** The wall clock may be set back; this one continues from where it stood at the start. */
    private final Instant startedAt = Instant.now();

    private final long startNanos = System.nanoTime();

    VertxLoop(Vertx vertx) {
        this.vertx = vertx;
        this.context = ((VertxInternal) vertx).createEventLoopContext();
    }

    @Override
    public Instant now() {
        return startedAt.plusNanos(System.nanoTime() - startNanos);
    }

    @Override
    public void after(Duration delay, Runnable task) {
        // Vert.x counts in whole milliseconds and takes none below one; a little late is safe, early is not.
        long millis = Math.max(1, delay.plusNanos(999_999).toMillis());
        context.runOnContext(here -> vertx.setTimer(millis, timer -> task.run()));
    }

    @Override
    public void execute(Runnable task) {
        context.runOnContext(here -> task.run());
    }
}
