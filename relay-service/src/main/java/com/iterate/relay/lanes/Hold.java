package com.iterate.relay.lanes;

/** What a request that is ready has to wait for. */
public enum Hold {
    /** As many requests as the lane may have are under way. */
    IN_FLIGHT,
    /** The company's rate is used up for the moment. */
    RATE,
    /** All places at the Braze host are taken, and other lanes come first. */
    TURN
}
