package com.iterate.relay.gaps;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** Where gaps are remembered. Answers on any thread; fails while it is away, and then nobody knows whether it wrote. */
public interface Ledger {

    /** From now on what the former owner writes for these partitions is refused. */
    CompletionStage<List<GapRow>> takeOver(Set<Integer> partitions);

    /**
     * Writes all of them or none.
     *
     * @param over need not be remembered any more
     * @return partitions that somebody else took over: nothing was written for them
     */
    CompletionStage<Set<Integer>> save(List<GapRow> rows, List<GapRow> over);
}
