package com.iterate.relay.guard;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** Where guards are remembered. Answers on any thread; fails while it is away, and then nobody knows whether it wrote. */
public interface GuardLedger {

    /** Everybody who is guarded in these partitions. */
    CompletionStage<List<GuardRow>> load(Set<Integer> partitions);

    /**
     * All of them or none; of each attribute the newer of what is there and what is given stays.
     *
     * @return partitions that somebody else took over: nothing was written for them, since their owner would not know of it
     */
    CompletionStage<Set<Integer>> save(Collection<GuardRow> rows);

    /** Those of them of whom nothing is remembered: their letters have been closed for long. */
    CompletionStage<Set<PersonKey>> forgotten(Collection<PersonKey> people);

    /** A former owner's take-over came in late and looks like a successor's: they are this relay's again. */
    CompletionStage<Void> takeBack(Set<Integer> partitions);
}
