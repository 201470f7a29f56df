package com.iterate.relay.gaps;

import com.iterate.relay.lanes.Parcel;
import java.util.ArrayList;
import java.util.List;

/** Records of the live reader that wait for a gap: to be skipped, to be handed to the lane, or for the commit to pass them. */
final class Waiting {

    private final Live live;

    /** Not done: skipped while the gap opens, or behind it while it closes. */
    private final List<Parcel> undone = new ArrayList<>();

    private final List<Parcel> done = new ArrayList<>();

    /** Done before what is being written was taken down. */
    private final List<Parcel> beingRemembered = new ArrayList<>();

    Waiting(Live live) {
        this.live = live;
    }

    void add(Parcel parcel) {
        undone.add(parcel);
    }

    void addDone(Parcel parcel) {
        done.add(parcel);
    }

    int undone() {
        return undone.size();
    }

    int done() {
        return done.size();
    }

    List<Parcel> takeUndone() {
        List<Parcel> taken = List.copyOf(undone);
        undone.clear();
        return taken;
    }

    /** None of them needs this gap any more. */
    void letAllPass() {
        undone.forEach(live::passed);
        undone.clear();
        done.forEach(live::passed);
        done.clear();
    }

    void writing() {
        beingRemembered.addAll(done);
        done.clear();
    }

    void written() {
        beingRemembered.forEach(live::passed);
        beingRemembered.clear();
    }
}
