package com.iterate.relay.guard;

/** What happened to guards, for metrics and the log. Called on the loop; must not block. */
public interface GuardSignals {

    /** Dead letters, and answers of people who have one, wait until it is back. */
    void guardCouldNotReach(Throwable failure);
}
