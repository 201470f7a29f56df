package com.iterate.relay.deliveries;

import com.iterate.contracts.Decoded;
import com.iterate.relay.deadletters.OriginalRecord;
import com.iterate.relay.deliveries.Waiting.Entry;
import com.iterate.relay.lanes.Loop;
import com.iterate.relay.lanes.Parcel;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Takes down what becomes of answers, one write at a time: what comes up meanwhile goes with the next. Every method is called on
 * the loop.
 *
 * <p>While the database is away, answers that failed, were discarded or erased wait for it. One with a newer answer on the
 * profile waits for a moment only, or not at all, or somebody who answered twice would hold up everybody behind; its note is still
 * written later, unless the relay ends first or far too many wait.
 */
public final class DeliveryRecord {

    private final Loop loop;
    private final Register register;
    private final DeliveriesConfig config;
    private final RecordSignals signals;
    private final Waiting waiting = new Waiting();
    private final Marks marks = new Marks();
    private List<Entry> beingWritten = List.of();
    private boolean writing;

    DeliveryRecord(Loop loop, Register register, DeliveriesConfig config, RecordSignals signals) {
        this.loop = loop;
        this.register = register;
        this.config = config;
        this.signals = signals;
    }

    /** From now on takes down how far the relay is. */
    public void follow(Supplier<Progress> progress) {
        loop.after(config.markEvery(), () -> {
            waiting.losePatience(beingWritten, loop.now().minus(config.patience()));
            int given = waiting.giveUpAllBut(config.mostWaiting());
            if (given > 0) {
                signals.gaveUp(given);
            }
            marks.look(progress.get(), loop.now());
            write();
            follow(progress);
        });
    }

    /** @param then runs when what became of it is written, or nobody needs to wait for that any more */
    public void note(Parcel parcel, Runnable then) {
        note(ParcelNotes.of(parcel, loop.now()), then);
    }

    /** The same of a record that no lane could take. */
    public void note(OriginalRecord record, Decoded decoded, Ending ending, Runnable then) {
        note(List.of(Note.ofRecord(record, decoded, ending, loop.now())), then);
    }

    void note(List<Note> notes, Runnable then) {
        Entry entry = new Entry(notes, then, loop.now());
        waiting.add(entry);
        if (notes.stream().allMatch(note -> note.ending().isUrgent())) {
            entry.letGo();
        }
        write();
    }

    /** Completes when nobody waits for a note on an answer of these partitions. */
    public CompletionStage<Void> settled(Set<Integer> partitions) {
        CompletableFuture<Void> settled = new CompletableFuture<>();
        completeOnceSettled(partitions, settled);
        return settled;
    }

    private void completeOnceSettled(Set<Integer> partitions, CompletableFuture<Void> settled) {
        if (waiting.isWaitedFor(beingWritten, partitions)) {
            loop.after(config.gather(), () -> completeOnceSettled(partitions, settled));
        } else {
            settled.complete(null);
        }
    }

    private void write() {
        if (!writing && !(waiting.isEmpty() && marks.isEmpty())) {
            writing = true;
            loop.after(config.gather(), this::writeNow);
        }
    }

    private void writeNow() {
        beingWritten = waiting.take(config.notesAtOnce());
        Page page = marks.takeWith(
                beingWritten.stream().flatMap(entry -> entry.notes().stream()).toList());
        register.write(page).whenComplete((done, failure) -> loop.execute(() -> written(page, failure)));
    }

    private void written(Page page, @Nullable Throwable failure) {
        List<Entry> entries = beingWritten;
        beingWritten = List.of();
        if (failure == null) {
            try {
                entries.forEach(Entry::letGo);
            } finally {
                goOn();
            }
        } else {
            signals.couldNotWrite(failure);
            waiting.putBack(entries);
            marks.putBack(page);
            loop.after(config.retry(), this::goOn);
        }
    }

    private void goOn() {
        writing = false;
        write();
    }
}
