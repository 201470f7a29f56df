package com.iterate.benchmarks.contenders;

/** X. */
final class ParallelConsumerRelay {
    private ParallelConsumerRelay() {}
}
