package com.iterate.relay.intake;

/**
 * How far a partition came when this relay let it go.
 *
 * @param mark what the next owner has to know, as the commit's metadata
 */
record Release(long offset, String mark) {

    /** Nothing was in flight, and nothing that was sent can still take effect: the next owner need not wait. */
    static final String RELEASED = "released";

    /** Of every other commit. */
    static final String OWNED = "owned";
}
