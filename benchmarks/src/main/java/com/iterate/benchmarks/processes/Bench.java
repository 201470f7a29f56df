package com.iterate.benchmarks.processes;

import java.nio.file.Path;

/**
 * What every scenario works with.
 *
 * @param repository where the modules were built
 */
public record Bench(Workplace workplace, Path repository, BackingProcess backing, BrazeProcess braze) {

    public static Bench start(Workplace workplace, Path repository) {
        return new Bench(workplace, repository, BackingProcess.start(workplace), BrazeProcess.start(workplace));
    }
}
