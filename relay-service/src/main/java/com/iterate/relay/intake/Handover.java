package com.iterate.relay.intake;

import com.iterate.relay.guard.Guard;
import com.iterate.relay.replay.Feeder;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** What one owner of a partition hands to the next beside its gaps: who is guarded, and which letters are on their way. */
interface Handover {

    /** There are no dead letters. */
    Handover NONE = new Handover() {
        @Override
        public void takeOver(int partition, Runnable known) {
            known.run();
        }

        @Override
        public CompletionStage<Void> release(Set<Integer> leaving) {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void forget(Set<Integer> leaving) {}

        @Override
        public void share(double part) {}

        @Override
        public void inTouchUntil(Instant until) {}
    };

    static Handover of(Guard guard, Feeder feeder) {
        return new Handover() {
            @Override
            public void takeOver(int partition, Runnable known) {
                guard.takeOver(partition, () -> feeder.takeOver(partition, known));
            }

            @Override
            public CompletionStage<Void> release(Set<Integer> leaving) {
                // Results wait for the guard; once it is settled, all of them are the feeder's.
                return guard.settled(leaving).thenCompose(remembered -> feeder.release(leaving));
            }

            @Override
            public void forget(Set<Integer> leaving) {
                feeder.forget(leaving);
                guard.forget(leaving);
            }

            @Override
            public void share(double part) {
                feeder.share(part);
            }

            @Override
            public void inTouchUntil(Instant until) {
                guard.inTouchUntil(until);
            }
        };
    }

    /** Nobody else writes for this partition any more. */
    void takeOver(int partition, Runnable known);

    /** Nothing of these partitions may be in flight any more. */
    CompletionStage<Void> release(Set<Integer> leaving);

    void forget(Set<Integer> leaving);

    /** The part of all partitions that is this relay's. */
    void share(double part);

    /** Until then the partitions are this relay's for certain. */
    void inTouchUntil(Instant until);
}
