package com.iterate.relay.intake;

import com.iterate.relay.lanes.Loop;
import java.time.Duration;
import java.time.Instant;

/** One relay's thread: when the relay dies, nothing that it planned happens any more. */
final class MortalLoop implements Loop {

    private final Loop world;
    private boolean dead;

    MortalLoop(Loop world) {
        this.world = world;
    }

    void die() {
        dead = true;
    }

    @Override
    public Instant now() {
        return world.now();
    }

    @Override
    public void after(Duration delay, Runnable task) {
        world.after(delay, () -> {
            if (!dead) {
                task.run();
            }
        });
    }

    @Override
    public void execute(Runnable task) {
        after(Duration.ZERO, task);
    }
}
