package com.iterate.relay.gaps;

import com.iterate.relay.gaps.Scan.Want;
import com.iterate.relay.gaps.Scanned.Found;
import com.iterate.relay.lanes.Parcel;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** How far a gap has read, and what before that is not done. */
final class Place {

    private final TreeSet<Long> open = new TreeSet<>();

    /** Those of {@link #open} that are not in the lane. */
    private final TreeSet<Long> missing = new TreeSet<>();

    private long position;

    /** What is missing may have been sent by a predecessor: it goes to the lane together, or not at all. */
    private boolean refolding;

    private boolean changed;

    /** Answers that are in no lane; an estimate, for people to read. */
    private long waiting;

    private long countedTo;

    void inherit(GapRow row) {
        position = row.position();
        open.addAll(row.open());
        missing.addAll(row.open());
        refolding = !missing.isEmpty();
        waiting = Math.max(row.waiting(), row.open().size());
        countedTo = row.countedTo();
    }

    /** All before it that is not done has been added. */
    void moveTo(long offset) {
        position = offset;
    }

    void inLane(Parcel parcel) {
        open.add(parcel.original().offset());
    }

    void outsideTheLane(Parcel parcel) {
        open.add(parcel.original().offset());
        missing.add(parcel.original().offset());
        waiting += parcel.openCount();
    }

    /** Counted once, although the live reader reads it again after a restart. */
    void skipped(Parcel parcel) {
        if (parcel.original().offset() >= Math.max(position, countedTo)) {
            waiting += parcel.openCount();
            countedTo = parcel.original().offset() + 1;
        }
    }

    void isReadAgain(Parcel parcel) {
        waiting = Math.max(0, waiting - parcel.openCount());
    }

    void done(Parcel parcel) {
        changed |= open.remove(parcel.original().offset());
    }

    /** What to read next; nothing if all before the limit has been read. */
    Optional<Want> want(long limit, int most, Instant before) {
        long end = refolding ? position : limit;
        if (missing.isEmpty() && position >= end) {
            return Optional.empty();
        }
        return Optional.of(new Want(new TreeSet<>(missing), position, end, refolding ? missing.size() : most, before));
    }

    /** What was found belongs to the lane once this place is remembered. */
    void read(Found found) {
        for (Scanned.Read read : found.records()) {
            open.add(read.original().offset());
            missing.remove(read.original().offset());
        }
        position = Math.max(position, found.readTo());
        changed = true;
    }

    /** Forgets what the log does not have any more. To be called after {@link #read}. */
    List<Long> giveUpBefore(long offset) {
        Collection<Long> gone = missing.headSet(offset);
        List<Long> lost = List.copyOf(gone);
        lost.forEach(open::remove);
        gone.clear();
        refolding = refolding && !missing.isEmpty();
        return lost;
    }

    long position() {
        return position;
    }

    /** The first offset that is to be read. */
    long first() {
        return missing.isEmpty() ? position : Math.min(missing.first(), position);
    }

    /** All before it that this gap is about is done. */
    long doneBefore() {
        return open.isEmpty() ? position : Math.min(open.first(), position);
    }

    boolean isRefolding() {
        return refolding;
    }

    boolean nothingIsMissing() {
        return missing.isEmpty();
    }

    boolean nothingIsOpen() {
        return open.isEmpty();
    }

    boolean isChanged() {
        return changed;
    }

    long waiting() {
        return waiting;
    }

    long countedTo() {
        return countedTo;
    }

    int inLane() {
        return open.size() - missing.size();
    }

    /** To be remembered. */
    List<Long> open() {
        changed = false;
        return List.copyOf(open);
    }
}
