package com.iterate.relay.guard;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * Where guards are remembered. Answers on any thread; fails while it is away, and then nobody knows whether it wrote.
 *
 * <p>What is written is true whoever writes it, and never makes anything older: a former owner of a partition needs no fence.
 */
public interface GuardLedger {

    /** Everybody who is guarded in these partitions. */
    CompletionStage<List<GuardRow>> load(Set<Integer> partitions);

    /** All of them or none; of each attribute the newer of what is there and what is given stays. */
    CompletionStage<Void> save(Collection<GuardRow> rows);
}
