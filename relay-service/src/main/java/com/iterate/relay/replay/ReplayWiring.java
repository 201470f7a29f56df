package com.iterate.relay.replay;

import com.iterate.relay.gaps.Gaps;
import com.iterate.relay.guard.Guard;
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
            Loop loop,
            ReplayRows rows,
            Lanes lanes,
            Gaps gaps,
            Guard guard,
            Budgets budgets,
            ReplayConfig config,
            ReplaySignals signals) {
        LaneOutlet outlet = new LaneOutlet(loop, lanes, gaps, guard, budgets::now, config);
        return new Feeder(loop, rows, outlet, config, () -> someTime(config.retry()), signals);
    }

    /** Once to twice as long. */
    private static Duration someTime(Duration shortest) {
        return shortest.plusMillis(ThreadLocalRandom.current().nextLong(shortest.toMillis() + 1));
    }
}
