package com.iterate.benchmarks.contenders;

/** X. */
final class CamelRelay {
    private CamelRelay() {}
}
