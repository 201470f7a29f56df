package com.iterate.relay.gaps;

import com.iterate.relay.lanes.Loop;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Has gaps remembered, one write at a time: what comes up meanwhile goes into the next. Goes on until it succeeds; nothing that
 * depends on it happens before.
 */
final class Bookkeeping {

    private final Loop loop;
    private final Ledger ledger;
    private final Pause pause;
    private final GapSignals signals;
    private final Consumer<Set<Integer>> fenced;
    private Map<Gap, List<Runnable>> waiting = new LinkedHashMap<>();
    private Map<Gap, List<Runnable>> underWay = new LinkedHashMap<>();
    private boolean writing;

    /** @param fenced told the partitions that another relay took over */
    Bookkeeping(Loop loop, Ledger ledger, Pause pause, GapSignals signals, Consumer<Set<Integer>> fenced) {
        this.loop = loop;
        this.ledger = ledger;
        this.pause = pause;
        this.signals = signals;
        this.fenced = fenced;
    }

    /** @param then runs once the gap's present state, or a later one, is remembered; never if its partition is somebody else's */
    void save(Gap gap, Runnable then) {
        waiting.computeIfAbsent(gap, one -> new ArrayList<>(1)).add(then);
        write();
    }

    /** Nothing more of them is written, and nothing happens because of what is being written. */
    void forget(Set<Integer> partitions) {
        waiting.keySet().removeIf(gap -> partitions.contains(gap.live().number()));
        underWay.keySet().removeIf(gap -> partitions.contains(gap.live().number()));
    }

    private void write() {
        if (writing || waiting.isEmpty()) {
            return;
        }
        writing = true;
        underWay = waiting;
        waiting = new LinkedHashMap<>();
        List<GapRow> rows = underWay.keySet().stream().map(Gap::row).toList();
        ledger.save(rows).whenComplete((refused, failure) -> loop.execute(() -> written(refused, failure)));
    }

    private void written(@Nullable Set<Integer> refused, @Nullable Throwable failure) {
        if (failure != null || refused == null) {
            signals.couldNotSave(failure == null ? new IllegalStateException("no answer") : failure);
            waiting.forEach((gap, thens) ->
                    underWay.computeIfAbsent(gap, one -> new ArrayList<>(1)).addAll(thens));
            waiting = underWay;
            underWay = new LinkedHashMap<>();
            loop.after(pause.next(), this::goOn);
            return;
        }
        if (!refused.isEmpty()) {
            fenced.accept(refused);
        }
        List<Runnable> thens = underWay.values().stream().flatMap(List::stream).toList();
        underWay = new LinkedHashMap<>();
        thens.forEach(Runnable::run);
        goOn();
    }

    private void goOn() {
        writing = false;
        write();
    }
}
