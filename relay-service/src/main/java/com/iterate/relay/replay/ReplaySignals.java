package com.iterate.relay.replay;

/** What happened to replays, for metrics and the log. Called on the loop; must not block. */
public interface ReplaySignals {

    void ended(Result result);

    void replaysCouldNotReach(Throwable failure);

    /** A write was refused, since another relay seems to own the partition. */
    void fenced(int partition);
}
