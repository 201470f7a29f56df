package com.iterate.relay.gaps;

import com.iterate.relay.lanes.Loop;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Has gaps remembered, one write at a time: what comes up meanwhile goes into the next. Goes on until it succeeds; nothing that
 * depends on it happens before.
 */
final class Bookkeeping {

    private final Loop loop;
    private final Ledger ledger;
    private final BooleanSupplier inTouch;
    private final Pause pause;
    private final GapSignals signals;
    private final Consumer<Gap> forgotten;
    private Map<Gap, List<Runnable>> waiting = new LinkedHashMap<>();
    private Map<Gap, List<Runnable>> underWay = new LinkedHashMap<>();
    private boolean writing;

    /**
     * @param inTouch   whether the partitions are still this relay's
     * @param forgotten told each gap that is not remembered any more, since it was over
     */
    Bookkeeping(
            Loop loop,
            Ledger ledger,
            BooleanSupplier inTouch,
            Pause pause,
            GapSignals signals,
            Consumer<Gap> forgotten) {
        this.loop = loop;
        this.ledger = ledger;
        this.inTouch = inTouch;
        this.pause = pause;
        this.signals = signals;
        this.forgotten = forgotten;
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
        if (!inTouch.getAsBoolean()) {
            loop.after(pause.next(), this::goOn);
            return;
        }
        underWay = waiting;
        waiting = new LinkedHashMap<>();
        List<Gap> over = underWay.keySet().stream().filter(Gap::isOver).toList();
        List<GapRow> rows = underWay.keySet().stream()
                .filter(gap -> !over.contains(gap))
                .map(Gap::row)
                .toList();
        ledger.save(rows, over.stream().map(Gap::row).toList())
                .whenComplete((refused, failure) -> loop.execute(() -> written(over, refused, failure)));
    }

    private void written(List<Gap> over, @Nullable Set<Integer> refused, @Nullable Throwable failure) {
        if (failure != null || refused == null) {
            signals.couldNotSave(failure == null ? new IllegalStateException("no answer") : failure);
            waiting.forEach((gap, thens) ->
                    underWay.computeIfAbsent(gap, one -> new ArrayList<>(1)).addAll(thens));
            waiting = underWay;
            underWay = new LinkedHashMap<>();
            loop.after(pause.next(), this::goOn);
            return;
        }
        Map<Gap, List<Runnable>> again = takeOut(refused);
        underWay.keySet().forEach(gap -> gap.waiting().written());
        List<Runnable> thens = underWay.values().stream().flatMap(List::stream).toList();
        underWay = new LinkedHashMap<>();
        try {
            over.stream().filter(gap -> !again.containsKey(gap)).forEach(forgotten);
            thens.forEach(Runnable::run);
        } finally {
            if (again.isEmpty()) {
                goOn();
            } else {
                takeBack(again, refused);
            }
        }
    }

    private Map<Gap, List<Runnable>> takeOut(Set<Integer> refused) {
        Map<Gap, List<Runnable>> out = new LinkedHashMap<>(underWay);
        out.keySet().removeIf(gap -> !refused.contains(gap.live().number()));
        underWay.keySet().removeAll(out.keySet());
        return out;
    }

    /**
     * A former owner's take-over came in late and looks like a successor's. The group says whose the partitions are: outside its
     * tenure this relay writes nothing, and inside it nobody else does.
     */
    private void takeBack(Map<Gap, List<Runnable>> refusedGaps, Set<Integer> partitions) {
        partitions.forEach(signals::fenced);
        refusedGaps.forEach((gap, thens) ->
                waiting.computeIfAbsent(gap, one -> new ArrayList<>(1)).addAll(0, thens));
        if (inTouch.getAsBoolean()) {
            ledger.takeOver(partitions).whenComplete((rows, failure) -> loop.execute(this::goOn));
        } else {
            loop.after(pause.next(), this::goOn);
        }
    }

    private void goOn() {
        writing = false;
        write();
    }
}
