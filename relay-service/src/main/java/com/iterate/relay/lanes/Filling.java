package com.iterate.relay.lanes;

import com.iterate.relay.credentials.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts people into one request until it is full. */
final class Filling {

    private final People people;
    private final Rests rests;
    private final OrderGuard guard;
    private final Screening screening;
    private final Connection connection;
    private final Instant now;
    private final Room room;
    private final List<Slot> slots = new ArrayList<>();
    private final List<Person> seen = new ArrayList<>();
    private int covered;

    Filling(
            People people,
            Rests rests,
            OrderGuard guard,
            Screening screening,
            LanesConfig config,
            Connection connection,
            Instant now) {
        this.people = people;
        this.rests = rests;
        this.guard = guard;
        this.screening = screening;
        this.connection = connection;
        this.now = now;
        this.room = new Room(config.objectsPerRequest(), config.bytesPerRequest());
    }

    /** From the head of the queue. */
    void addReady() {
        for (Optional<Person> next = nextReady(); next.isPresent(); next = nextReady()) {
            if (!fits(next.get())) {
                people.putBack(next.get());
                return;
            }
        }
    }

    /** One of a group that failed together. */
    void addRetried(Person person) {
        if (person.isHere() && !fits(person)) {
            people.makeReady(person);
        }
    }

    List<Slot> slots() {
        return slots;
    }

    /** Everybody who was looked at: some of their answers may be settled without a request. */
    List<Person> seen() {
        return seen;
    }

    int covered() {
        return covered;
    }

    private Optional<Person> nextReady() {
        return room.isFull() ? Optional.empty() : people.takeReady();
    }

    private boolean fits(Person person) {
        seen.add(person);
        screening.age(person, connection.deliverFrom(), now);
        Fold.Plan plan = Fold.plan(person, rests, guard, room);
        plan.covered().forEach((part, by) -> part.parcel().covered(part, by));
        covered += plan.covered().size();
        slots.addAll(plan.slots());
        if (!plan.slots().isEmpty() || !person.hasOpenParts()) {
            return true;
        }
        plan.wakeAt().ifPresent(until -> people.rest(person, until));
        return plan.wakeAt().isPresent();
    }
}
