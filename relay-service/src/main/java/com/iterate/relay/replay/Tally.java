package com.iterate.relay.replay;

/**
 * What decides how a job goes on.
 *
 * @param waiting letters without a result
 * @param tried   how its first ten fare
 */
record Tally(long waiting, Tried tried) {

    /**
     * @param waiting of them without a result
     * @param failed  of them
     */
    record Tried(int letters, int waiting, int failed) {}
}
