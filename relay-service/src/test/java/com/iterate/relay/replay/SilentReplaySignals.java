package com.iterate.relay.replay;

/** Nobody listens. */
class SilentReplaySignals implements ReplaySignals {

    @Override
    public void ended(Result result) {}

    @Override
    public void replaysCouldNotReach(Throwable failure) {}

    @Override
    public void fenced(int partition) {}
}
