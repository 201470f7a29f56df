package com.iterate.relay.replay;

import com.iterate.relay.deadletters.DeadLetter;
import com.iterate.relay.deadletters.Reason;
import com.iterate.relay.deadletters.Undelivered;
import com.iterate.relay.lanes.Fate;
import com.iterate.relay.lanes.Parcel;
import com.iterate.relay.lanes.Part.Form;
import com.iterate.relay.lanes.Source;
import com.iterate.relay.letters.Change.Failure;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/** Where a replayed parcel comes from. What fails of it is no new dead letter: it still has its old one. */
record ReplaySource(Item item, int mostReplays, BiConsumer<Item, Ended> ended, Consumer<Item> unsent)
        implements Source {

    @Override
    public void finished(Parcel parcel) {
        ended.accept(item, end(parcel));
    }

    @Override
    public CompletionStage<Void> failed(DeadLetter letter, Function<DeadLetter, CompletionStage<Void>> topic) {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void shed(Parcel parcel) {
        unsent.accept(item);
    }

    /** Whoever comes after a crash takes it for sent, and its person is guarded. */
    @Override
    public boolean isReadAgain() {
        return false;
    }

    @Override
    public boolean pinsTheCommit() {
        return false;
    }

    @Override
    public Reason whenExpired() {
        return Reason.EXPIRED;
    }

    private Ended end(Parcel parcel) {
        List<Undelivered> undelivered = parcel.undelivered();
        if (!undelivered.isEmpty()) {
            Undelivered first = undelivered.get(0);
            // PostgreSQL takes no NUL in a text, and Braze's words are Braze's.
            String response = first.response().replace("\0", "");
            List<Piece> remaining = undelivered.stream()
                    .map(each -> new Piece(each.questionId(), each.as()))
                    .toList();
            return Ended.failed(item, new Failure(first.reason(), first.status(), response), remaining, mostReplays);
        }
        Set<Fate> fates = fates(parcel);
        if (fates.contains(Fate.DELIVERED)) {
            return Ended.of(item, Result.DELIVERED);
        }
        return Ended.of(item, fates.contains(Fate.DISCARDED) ? Result.DISCARDED : Result.SUPERSEDED);
    }

    private static Set<Fate> fates(Parcel parcel) {
        Set<Fate> fates = EnumSet.noneOf(Fate.class);
        for (int answer = 0; answer < parcel.event().answers().size(); answer++) {
            for (Form form : Form.values()) {
                fates.add(parcel.fate(answer, form));
            }
        }
        return fates;
    }
}
