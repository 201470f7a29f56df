package com.iterate.relay.deliveries;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Notes that are not written yet, and the answers that wait for that. */
final class Waiting {

    private static final Runnable NOBODY = () -> {};

    /** The notes of one record. */
    static final class Entry {

        private final List<Note> notes;
        private final Instant since;
        private Runnable waits;

        Entry(List<Note> notes, Runnable waits, Instant since) {
            this.notes = List.copyOf(notes);
            this.waits = waits;
            this.since = since;
        }

        List<Note> notes() {
            return notes;
        }

        /** Whoever waits for it goes on; once. */
        void letGo() {
            Runnable then = waits;
            waits = NOBODY;
            then.run();
        }

        private boolean isWaitedFor() {
            return waits != NOBODY;
        }

        private boolean isMadeUpFor() {
            return notes.stream().allMatch(note -> note.ending().isMadeUpFor());
        }

        private boolean isOf(Set<Integer> partitions) {
            return notes.stream().anyMatch(note -> partitions.contains(note.partition()));
        }
    }

    private final Deque<Entry> entries = new ArrayDeque<>();
    private int notes;

    void add(Entry entry) {
        entries.addLast(entry);
        notes += entry.notes.size();
    }

    void putBack(List<Entry> taken) {
        for (int i = taken.size() - 1; i >= 0; i--) {
            entries.addFirst(taken.get(i));
            notes += taken.get(i).notes.size();
        }
    }

    /** At least one, if there is one; oldest first. */
    List<Entry> take(int most) {
        List<Entry> taken = new ArrayList<>();
        for (int count = 0; !entries.isEmpty() && count < most; ) {
            Entry next = entries.removeFirst();
            taken.add(next);
            count += next.notes.size();
            notes -= next.notes.size();
        }
        return taken;
    }

    /**
     * Nobody waits any more for those that are older and made up for.
     *
     * @param beingWritten besides those here
     */
    void losePatience(List<Entry> beingWritten, Instant before) {
        List<Entry> late = new ArrayList<>();
        beingWritten.stream().filter(entry -> isLate(entry, before)).forEach(late::add);
        entries.stream().filter(entry -> isLate(entry, before)).forEach(late::add);
        late.forEach(Entry::letGo);
    }

    /** @return notes that are forgotten, oldest first, to hold no more than this; none that somebody waits for */
    int giveUpAllBut(int most) {
        int before = notes;
        entries.removeIf(entry -> {
            boolean gone = notes > most && !entry.isWaitedFor();
            notes -= gone ? entry.notes.size() : 0;
            return gone;
        });
        return before - notes;
    }

    boolean isWaitedFor(List<Entry> beingWritten, Set<Integer> partitions) {
        return Stream.concat(beingWritten.stream(), entries.stream())
                .anyMatch(entry -> entry.isWaitedFor() && entry.isOf(partitions));
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    private static boolean isLate(Entry entry, Instant before) {
        return entry.isWaitedFor() && entry.isMadeUpFor() && entry.since.isBefore(before);
    }
}
