package com.iterate.relay.guard;

import com.iterate.relay.lanes.Loop;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Puts the guard before its table. */
final class GuardWiring {

    @Produces
    @Singleton
    Guard guard(Loop loop, GuardRows rows, GuardConfig config, GuardSignals signals) {
        return new Guard(loop, rows, () -> someTime(config.retry()), signals);
    }

    /** Once to twice as long. */
    private static Duration someTime(Duration shortest) {
        return shortest.plusMillis(ThreadLocalRandom.current().nextLong(shortest.toMillis() + 1));
    }
}
