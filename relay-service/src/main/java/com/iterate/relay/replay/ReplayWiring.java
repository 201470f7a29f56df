package com.iterate.relay.replay;

import com.iterate.relay.lanes.Lanes;
import com.iterate.relay.lanes.Loop;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Puts the feeder between its tables and the lanes. */
final class ReplayWiring {

    @Produces
    @Singleton
    Feeder feeder(
            Loop loop, ReplayRows rows, Lanes lanes, Budgets budgets, ReplayConfig config, ReplaySignals signals) {
        return new Feeder(loop, rows, new LaneOutlet(lanes, budgets), config, () -> someTime(config.retry()), signals);
    }

    /** Once to twice as long. */
    private static Duration someTime(Duration shortest) {
        return shortest.plusMillis(ThreadLocalRandom.current().nextLong(shortest.toMillis() + 1));
    }
}
