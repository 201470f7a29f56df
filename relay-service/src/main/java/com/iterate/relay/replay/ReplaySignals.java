package com.iterate.relay.replay;

/** What happened to replays, for metrics and the log. Called on the loop; must not block. */
interface ReplaySignals {

    void ended(Result result);

    void couldNotReach(Throwable failure);

    /** A write was refused, since another relay seems to own the partition. */
    void fenced(int partition);
}
