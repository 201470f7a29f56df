package com.iterate.benchmarks.scenarios;

import java.util.stream.DoubleStream;

/** What repeated runs come to: one that a neighbour disturbed does not move it, as it would move a mean. */
final class Median {

    private Median() {}

    /** Of an even number, between the two in the middle; of none, 0. */
    static double of(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        int middle = sorted.length / 2;
        if (sorted.length == 0) {
            return 0;
        }
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
