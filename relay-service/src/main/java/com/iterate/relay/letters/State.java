package com.iterate.relay.letters;

/** What became of a dead letter. */
public enum State {
    /** Waits for somebody to do something. */
    OPEN,
    /** Belongs to a replay that is not over. */
    REPLAYING,
    /** Braze took it in a replay. */
    DELIVERED,
    /** Nothing was left to send: newer answers had been sent meanwhile. */
    SUPERSEDED,
    /** Failed in three replays; goes again only if it is named by its id. */
    QUARANTINED,
    /** Somebody decided that it is not to be delivered. */
    DISCARDED,
    /** The person asked to be forgotten: nothing is left but where it was. */
    ERASED
}
