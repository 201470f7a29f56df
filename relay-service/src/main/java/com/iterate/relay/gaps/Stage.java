package com.iterate.relay.gaps;

/** How far a gap has come. */
enum Stage {
    /** Not remembered yet: the commit must not pass what was skipped. */
    OPENING,
    SKIPPING,
    /** Nearly at the live position: from {@code meetAt} on the live reader's records wait instead of being skipped. */
    MEETING,
    /** A predecessor came to its end, but not all of what it caught up was done. */
    REJOINING,
    /** The end is being remembered. */
    CLOSING,
    /** The live reader serves the company again; what was caught up is still in the lane. */
    DRAINING
}
