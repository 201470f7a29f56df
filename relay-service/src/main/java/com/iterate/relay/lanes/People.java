package com.iterate.relay.lanes;

import com.iterate.contracts.Respondent;
import com.iterate.relay.lanes.Person.Place;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Predicate;

/** Everybody of one company with answers that wait, and where each of them stands. */
final class People {

    private record Resting(Person person, Instant until) {}

    private final Map<Respondent, Person> everybody = new HashMap<>();
    private final Deque<Person> ready = new ArrayDeque<>();
    private final Deque<Group> groups = new ArrayDeque<>();
    private final PriorityQueue<Resting> resting = new PriorityQueue<>(Comparator.comparing(Resting::until));
    private int parcels;
    private long bytes;

    boolean isEmpty() {
        return everybody.isEmpty();
    }

    Collection<Person> all() {
        return everybody.values();
    }

    /** What was sent to somebody while they have been here. */
    Map<String, Age> sentTo(Respondent respondent) {
        Person person = everybody.get(respondent);
        return person == null ? Map.of() : person.sent();
    }

    void accept(Parcel parcel) {
        Person person = everybody.computeIfAbsent(
                parcel.event().respondent(),
                somebody -> arrived(somebody, parcel.original().partition()));
        if (person.place() == Place.RESTING) {
            makeReady(person);
        }
        person.waiting().addLast(parcel);
        parcels++;
        bytes += parcel.original().size();
    }

    private Person arrived(Respondent respondent, int partition) {
        Person person = new Person(respondent, partition);
        ready.addLast(person);
        return person;
    }

    /** Takes out of a person's what is settled, for good. */
    List<Parcel> takeSettled(Person person) {
        List<Parcel> settled = person.takeSettled();
        if (person.isHere()) {
            settled.forEach(this::gone);
        }
        return settled;
    }

    private void gone(Parcel parcel) {
        parcels--;
        bytes -= parcel.original().size();
    }

    /** Records that wait or are in flight. */
    int parcels() {
        return parcels;
    }

    /** Their bytes, as they were in the log. */
    long bytes() {
        return bytes;
    }

    /** To the end of the queue, behind those who waited meanwhile. */
    void makeReady(Person person) {
        person.moveTo(Place.READY);
        ready.addLast(person);
    }

    /** To its head: nothing was tried. */
    void putBack(Person person) {
        person.moveTo(Place.READY);
        ready.addFirst(person);
    }

    int readyCount() {
        return ready.size();
    }

    /** When Kafka had the first answer of whoever is next. */
    Optional<Instant> oldestReady() {
        return Optional.ofNullable(ready.peekFirst())
                .map(person -> person.waiting().peekFirst())
                .map(parcel -> parcel.original().appendedAt());
    }

    Optional<Person> takeReady() {
        return Optional.ofNullable(ready.pollFirst());
    }

    void rest(Person person, Instant until) {
        person.moveTo(Place.RESTING);
        resting.add(new Resting(person, until));
    }

    void wakeTheRested(Instant now) {
        while (!resting.isEmpty() && !resting.peek().until().isAfter(now)) {
            Person person = resting.remove().person();
            // Others left the rest early, when a new answer came in.
            if (person.place() == Place.RESTING && person.isHere()) {
                makeReady(person);
            }
        }
    }

    void addGroup(Group group) {
        group.people().forEach(person -> person.moveTo(Place.IN_GROUP));
        groups.addLast(group);
    }

    boolean hasGroups() {
        return !groups.isEmpty();
    }

    boolean hasDueGroup(Instant now) {
        return !groups.isEmpty() && groups.stream().anyMatch(group -> group.isDue(now));
    }

    Optional<Group> takeDueGroup(Instant now) {
        for (Iterator<Group> each = groups.iterator(); each.hasNext(); ) {
            Group group = each.next();
            if (group.isDue(now)) {
                each.remove();
                return Optional.of(group);
            }
        }
        return Optional.empty();
    }

    /** When somebody may go who may not go now. */
    Optional<Instant> nextChange() {
        Optional<Instant> group = groups.isEmpty()
                ? Optional.empty()
                : groups.stream().map(Group::notBefore).min(Comparator.naturalOrder());
        Optional<Instant> rest = Optional.ofNullable(resting.peek()).map(Resting::until);
        return group.filter(due -> rest.isEmpty() || due.isBefore(rest.get())).or(() -> rest);
    }

    void remove(Person person) {
        if (person.isHere()) {
            everybody.remove(person.respondent());
            person.gone();
        }
    }

    /** Requests in flight are not called back; whoever is in one is no longer held when it ends. */
    void forget(Predicate<Person> which) {
        for (Iterator<Person> each = everybody.values().iterator(); each.hasNext(); ) {
            Person person = each.next();
            if (which.test(person)) {
                each.remove();
                person.gone();
                person.waiting().forEach(this::gone);
            }
        }
        ready.removeIf(which);
        resting.removeIf(each -> which.test(each.person()));
        List<Group> kept = groups.stream()
                .map(group -> group.without(which))
                .filter(group -> !group.people().isEmpty())
                .toList();
        groups.clear();
        groups.addAll(kept);
    }
}
