package com.iterate.relay.replay;

import com.iterate.relay.letters.LetterId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * Where jobs are remembered, as their feeder needs them. Answers on any thread, in the order of the questions; fails while it is
 * away, and then nobody knows whether it wrote.
 */
interface ReplayLedger {

    /**
     * Something to feed.
     *
     * @param ratePerSecond letters of this job, all relays together
     */
    record Work(long job, String company, Set<Integer> partitions, double ratePerSecond) {}

    /** @param most letters; at least one */
    record Ask(long job, String company, Set<Integer> partitions, int most) {}

    /** @param refused partitions that somebody else took over */
    record Claimed(List<Item> items, Set<Integer> refused) {}

    /**
     * Letters of these partitions that a former owner may have sent, this relay itself included, and nobody knows what became of them.
     * Fails while they cannot be read, also for a rebuild of the view.
     */
    CompletionStage<List<Item>> takeOver(Set<Integer> partitions);

    /** Whatever a former owner may have sent there is guarded: its claims may go, and with them its letters if their job is over. */
    CompletionStage<Void> guarded(Set<Integer> partitions);

    /** What waits in these partitions, of jobs that feed at present. */
    CompletionStage<List<Work>> work(Set<Integer> partitions);

    /**
     * Takes the next letters of each, oldest first: whoever owns their partition after a crash will know that they may have been sent.
     *
     * @param inHand are not taken again
     */
    CompletionStage<Claimed> claim(List<Ask> asks, Set<LetterId> inHand);

    /**
     * Writes what became of letters, once each, and how their jobs go on.
     *
     * @return partitions that somebody else took over: nothing was written for them
     */
    CompletionStage<Set<Integer>> settle(List<Ended> ended);

    /**
     * What this relay has claimed there was not sent, or whatever was sent is guarded.
     *
     * @param inHand stay claimed
     */
    CompletionStage<Void> release(Set<Integer> partitions, Set<LetterId> inHand);

    /** A former owner's take-over came in late and looks like a successor's: they are this relay's again. */
    CompletionStage<Void> takeBack(Set<Integer> partitions);
}
