package com.iterate.relay.lanes;

import com.iterate.contracts.Respondent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Somebody with answers that wait. All of a person's answers lie in one partition. */
final class Person {

    /** Where the person stands. Only in {@code READY} does a request pick them up. */
    enum Place {
        READY,
        IN_FLIGHT,
        /** Every open answer writes an attribute that rests. */
        RESTING,
        /** In a {@link Group} that failed together. */
        IN_GROUP
    }

    private final Respondent respondent;
    private final Fingerprint fingerprint;
    private final int partition;
    /** Seldom more than one or two. */
    private final Deque<Parcel> waiting = new ArrayDeque<>(2);

    private Place place = Place.READY;
    private boolean here = true;

    /** Hardly ever anything: most people have one answer here, and are gone when it is sent. */
    private Map<String, Age> sent = Map.of();

    Person(Respondent respondent, int partition) {
        this.respondent = respondent;
        this.fingerprint = Fingerprint.of(respondent);
        this.partition = partition;
    }

    Respondent respondent() {
        return respondent;
    }

    /** Of one of this person's attributes. */
    Fingerprint of(String attribute) {
        return fingerprint.with(attribute);
    }

    int partition() {
        return partition;
    }

    Place place() {
        return place;
    }

    void moveTo(Place next) {
        place = next;
    }

    /** Among the lane's people. Whoever was forgotten in flight never is again: when they are back they are another. */
    boolean isHere() {
        return here;
    }

    void gone() {
        here = false;
    }

    /** In the order of the log. */
    Deque<Parcel> waiting() {
        return waiting;
    }

    boolean hasOpenParts() {
        for (Parcel parcel : waiting) {
            if (parcel.isOpen()) {
                return true;
            }
        }
        return false;
    }

    /** Something is still to be sent, or to become a dead letter. */
    boolean hasUnfinishedBusiness() {
        for (Parcel parcel : waiting) {
            if (parcel.isOpen() || parcel.hasFailed()) {
                return true;
            }
        }
        return false;
    }

    /** Some of the answers were refused together with others. */
    boolean goesOneByOne() {
        for (Parcel parcel : waiting) {
            if (parcel.goesOneByOne()) {
                return true;
            }
        }
        return false;
    }

    /** Should one of the answers that still wait become a dead letter, this one may be newer than it is. */
    void sent(Part part) {
        if (sent.isEmpty()) {
            sent = new HashMap<>();
        }
        sent.merge(part.attribute(), part.age(), (one, other) -> one.compareTo(other) < 0 ? other : one);
    }

    /** The newest by attribute, while others waited. */
    Map<String, Age> sent() {
        return sent;
    }

    /** Nothing of this person's was ever on its way, so all of it may be taken out and read again later. */
    boolean maySlip() {
        return sent.isEmpty() && place != Place.IN_FLIGHT && waiting.stream().noneMatch(Parcel::isExposed);
    }

    boolean isDone() {
        return waiting.isEmpty();
    }

    /** Takes out the parcels of which nothing is open, and which may count as done. */
    List<Parcel> takeSettled() {
        if (waiting.size() == 1 && !waiting.getFirst().isOpen()) {
            return List.of(waiting.removeFirst());
        }
        return Settled.takeFrom(waiting);
    }
}
