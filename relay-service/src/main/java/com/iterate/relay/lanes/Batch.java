package com.iterate.relay.lanes;

import com.iterate.relay.braze.TrackObject;
import com.iterate.relay.tracing.Trail;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One request to Braze. Compared by identity: two requests may well carry the same. */
final class Batch {

    private final List<Slot> slots;
    private final Optional<Group> retried;
    private final long connectionVersion;
    private final long successesBefore;

    /**
     * @param retried           the group that it tries again, if any
     * @param connectionVersion whose outcome this is: it counts for that version of the company's connection only
     * @param successesBefore   of the lane when it was sent
     */
    Batch(List<Slot> slots, Optional<Group> retried, long connectionVersion, long successesBefore) {
        this.slots = List.copyOf(slots);
        this.retried = retried;
        this.connectionVersion = connectionVersion;
        this.successesBefore = successesBefore;
    }

    List<Slot> slots() {
        return slots;
    }

    List<TrackObject> objects() {
        return slots.stream().map(Slot::object).toList();
    }

    /** Of its answers that somebody follows; usually none. */
    List<Trail> trails() {
        List<Trail> followed = new ArrayList<>(0);
        for (Slot slot : slots) {
            for (Part part : slot.sent()) {
                if (part.parcel().trail().isFollowed()) {
                    followed.add(part.parcel().trail());
                }
            }
        }
        return followed;
    }

    Set<Person> people() {
        Set<Person> people = new LinkedHashSet<>();
        slots.forEach(slot -> people.add(slot.person()));
        return people;
    }

    Optional<Group> retried() {
        return retried;
    }

    long connectionVersion() {
        return connectionVersion;
    }

    long successesBefore() {
        return successesBefore;
    }

    Set<Integer> partitions() {
        Set<Integer> partitions = new HashSet<>();
        slots.forEach(slot -> partitions.add(slot.person().partition()));
        return partitions;
    }

    boolean touches(Set<Integer> partitions) {
        return slots.stream().anyMatch(slot -> partitions.contains(slot.person().partition()));
    }
}
