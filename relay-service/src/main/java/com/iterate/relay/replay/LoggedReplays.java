package com.iterate.relay.replay;

import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Provisional. */
@Singleton
final class LoggedReplays implements ReplaySignals {

    private static final Logger LOG = Logger.getLogger(LoggedReplays.class);

    LoggedReplays() {}

    @Override
    public void ended(Result result) {}

    @Override
    public void couldNotReach(Throwable failure) {
        LOG.warnf("Replays wait for the database: %s", failure.getMessage());
    }

    @Override
    public void fenced(int partition) {
        LOG.warnf("A former owner of a partition came in late; taking it back: partition=%d", partition);
    }
}
