package com.iterate.relay.lanes;

import com.iterate.relay.braze.TrackObject;
import com.iterate.relay.tracing.Trail;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One request to Braze. Compared by identity: two requests may well carry the same. */
final class Batch {

    private final List<Slot> slots;
    private final List<Person> people;
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
        this.people = peopleIn(slots);
        this.retried = retried;
        this.connectionVersion = connectionVersion;
        this.successesBefore = successesBefore;
    }

    List<Slot> slots() {
        return slots;
    }

    List<TrackObject> objects() {
        List<TrackObject> objects = new ArrayList<>(slots.size());
        for (Slot slot : slots) {
            objects.add(slot.object());
        }
        return objects;
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

    List<Person> people() {
        return people;
    }

    /** A person's objects stand next to one another. */
    private static List<Person> peopleIn(List<Slot> slots) {
        List<Person> people = new ArrayList<>(slots.size());
        for (Slot slot : slots) {
            if (people.isEmpty() || people.get(people.size() - 1) != slot.person()) {
                people.add(slot.person());
            }
        }
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
        people.forEach(person -> partitions.add(person.partition()));
        return partitions;
    }

    boolean touches(Set<Integer> partitions) {
        return people.stream().anyMatch(person -> partitions.contains(person.partition()));
    }
}
