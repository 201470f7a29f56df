package com.iterate.relay.gaps;

import com.iterate.relay.lanes.Lanes;
import com.iterate.relay.lanes.Loop;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Asks for the gaps that former owners left in a partition, until they are known. */
final class Heritage {

    private final Loop loop;
    private final Lanes lanes;
    private final Ledger ledger;
    private final Pause pause;
    private final GapSignals signals;
    private final Predicate<Live> isOwned;
    private final Consumer<Gap> found;

    /** @param found told each gap before its partition is told that all are known */
    Heritage(
            Loop loop,
            Lanes lanes,
            Ledger ledger,
            Pause pause,
            GapSignals signals,
            Predicate<Live> isOwned,
            Consumer<Gap> found) {
        this.loop = loop;
        this.lanes = lanes;
        this.ledger = ledger;
        this.pause = pause;
        this.signals = signals;
        this.isOwned = isOwned;
        this.found = found;
    }

    void ask(Map<Integer, Live> partitions) {
        Map<Integer, Live> owned = new HashMap<>(partitions);
        owned.values().removeIf(isOwned.negate());
        if (owned.isEmpty()) {
            return;
        }
        if (lanes.isInTouch()) {
            ledger.takeOver(owned.keySet())
                    .whenComplete((rows, failure) -> loop.execute(() -> answered(owned, rows, failure)));
        } else {
            // Outside its tenure a relay must not take from others what may be theirs already.
            loop.after(pause.next(), () -> ask(owned));
        }
    }

    private void answered(Map<Integer, Live> asked, @Nullable List<GapRow> rows, @Nullable Throwable failure) {
        if (failure != null || rows == null) {
            signals.couldNotSave(failure == null ? new IllegalStateException("no answer") : failure);
            loop.after(pause.next(), () -> ask(asked));
            return;
        }
        asked.values().removeIf(isOwned.negate());
        for (GapRow row : rows) {
            Live live = asked.get(row.partition());
            if (live != null) {
                found.accept(Gap.inherited(row, live));
            }
        }
        asked.values().forEach(Live::gapsKnown);
    }
}
