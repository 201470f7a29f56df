package com.iterate.relay.replay;

import com.iterate.relay.lanes.Loop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Partitions that were just taken over: whatever a former owner may have sent of their letters is guarded before anything goes. */
final class Arrivals {

    private final Loop loop;
    private final ReplayLedger ledger;
    private final Outlet outlet;
    private final Supplier<Duration> retryAfter;
    private final ReplaySignals signals;
    private final IntConsumer arrived;
    private final Map<Integer, Runnable> arriving = new HashMap<>();

    /** @param arrived told each partition that may be fed */
    Arrivals(
            Loop loop,
            ReplayLedger ledger,
            Outlet outlet,
            Supplier<Duration> retryAfter,
            ReplaySignals signals,
            IntConsumer arrived) {
        this.loop = loop;
        this.ledger = ledger;
        this.outlet = outlet;
        this.retryAfter = retryAfter;
        this.signals = signals;
        this.arrived = arrived;
    }

    /** @param known runs once what may have been sent is guarded in memory; live answers need not wait for more */
    void takeOver(int partition, Runnable known) {
        arriving.put(partition, known);
        ledger.takeOver(Set.of(partition))
                .whenComplete((items, failure) -> loop.execute(() -> takenOver(partition, known, items, failure)));
    }

    void forget(Set<Integer> leaving) {
        arriving.keySet().removeAll(leaving);
    }

    private void takenOver(int partition, Runnable known, @Nullable List<Item> items, @Nullable Throwable failure) {
        if (arriving.get(partition) != known) {
            return;
        }
        if (failure != null || items == null) {
            signals.replaysCouldNotReach(failure == null ? new IllegalStateException("no answer") : failure);
            loop.after(retryAfter.get(), () -> {
                if (arriving.get(partition) == known) {
                    takeOver(partition, known);
                }
            });
            return;
        }
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (Item item : items) {
            CompletableFuture<Void> remembered = new CompletableFuture<>();
            all.add(remembered);
            outlet.mayHaveBeenSent(item, () -> remembered.complete(null));
        }
        known.run();
        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))
                .thenRun(() -> guarded(partition, known, items.size()));
    }

    /** Its old claims go before there are new ones; only then is it fed. */
    private void guarded(int partition, Runnable known, int claims) {
        if (arriving.get(partition) != known) {
            return;
        }
        CompletionStage<Void> cleared =
                claims == 0 ? CompletableFuture.completedFuture(null) : ledger.guarded(Set.of(partition));
        cleared.whenComplete((done, failure) -> loop.execute(() -> {
            if (failure != null) {
                signals.replaysCouldNotReach(failure);
                loop.after(retryAfter.get(), () -> guarded(partition, known, claims));
            } else if (arriving.remove(partition, known)) {
                arrived.accept(partition);
            }
        }));
    }
}
