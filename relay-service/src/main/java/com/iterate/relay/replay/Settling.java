package com.iterate.relay.replay;

import com.iterate.relay.lanes.Loop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Has results written, one write at a time; what ends meanwhile goes into the next. Goes on until it succeeds. */
final class Settling {

    private final Loop loop;
    private final ReplayLedger ledger;
    private final Outlet outlet;
    private final Supplier<Duration> retryAfter;
    private final ReplaySignals signals;
    private final Consumer<Ended> written;
    private List<Ended> waiting = new ArrayList<>();
    private List<Ended> underWay = new ArrayList<>();
    private boolean writing;

    /** @param written told each result that is remembered, or somebody else's */
    Settling(
            Loop loop,
            ReplayLedger ledger,
            Outlet outlet,
            Supplier<Duration> retryAfter,
            ReplaySignals signals,
            Consumer<Ended> written) {
        this.loop = loop;
        this.ledger = ledger;
        this.outlet = outlet;
        this.retryAfter = retryAfter;
        this.signals = signals;
        this.written = written;
    }

    void add(Ended ended) {
        waiting.add(ended);
        if (!writing) {
            writing = true;
            // Not at once: a request's letters end together.
            loop.execute(this::write);
        }
    }

    /**
     * The partitions leave: one last try, then what is not written is the next owner's to find out.
     *
     * @return fails if that did not succeed
     */
    CompletionStage<Set<Integer>> finish(Set<Integer> partitions) {
        List<Ended> last = new ArrayList<>(underWay);
        last.addAll(waiting);
        last.removeIf(ended -> !partitions.contains(ended.partition()));
        forget(partitions);
        return last.isEmpty() ? CompletableFuture.completedFuture(Set.of()) : ledger.settle(last);
    }

    void forget(Set<Integer> partitions) {
        waiting.removeIf(ended -> partitions.contains(ended.partition()));
        underWay.removeIf(ended -> partitions.contains(ended.partition()));
    }

    private void write() {
        if (waiting.isEmpty()) {
            writing = false;
        } else if (outlet.isInTouch()) {
            underWay = waiting;
            waiting = new ArrayList<>();
            ledger.settle(List.copyOf(underWay))
                    .whenComplete((refused, failure) -> loop.execute(() -> written(refused, failure)));
        } else {
            loop.after(retryAfter.get(), this::write);
        }
    }

    private void written(@Nullable Set<Integer> refused, @Nullable Throwable failure) {
        List<Ended> done = underWay;
        underWay = new ArrayList<>();
        if (failure != null || refused == null) {
            signals.replaysCouldNotReach(failure == null ? new IllegalStateException("no answer") : failure);
            again(done);
            loop.after(retryAfter.get(), this::write);
            return;
        }
        List<Ended> back = done.stream()
                .filter(ended -> refused.contains(ended.partition()))
                .toList();
        done.stream().filter(ended -> !back.contains(ended)).forEach(written);
        if (back.isEmpty()) {
            write();
            return;
        }
        again(back);
        takeBack(refused);
        loop.after(retryAfter.get(), this::write);
    }

    /** The group says whose the partitions are: while this relay is in touch only a former owner that was late can have them. */
    void takeBack(Set<Integer> refused) {
        if (!refused.isEmpty() && outlet.isInTouch()) {
            refused.forEach(signals::fenced);
            // If it fails they are refused once more, and that is the next try.
            ledger.takeBack(refused);
        }
    }

    private void again(List<Ended> ended) {
        List<Ended> all = new ArrayList<>(ended);
        all.addAll(waiting);
        waiting = all;
    }
}
