package com.iterate.relay.lanes;

import com.iterate.contracts.AnswerValue;
import com.iterate.relay.braze.TrackObject;
import com.iterate.relay.lanes.Part.Form;
import com.iterate.relay.lanes.Rests.Rest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All of a person's waiting answers as the objects of one request: one attributes object in which the newest answer to each
 * attribute wins, and an event for each answer. Answers that were refused together go one at a time instead.
 */
final class Fold {

    /**
     * @param slots   what to send now; may be empty
     * @param covered older than what was sent before: never to be sent; with the offset of the newer one
     * @param wakeAt  when the next attribute of the rest may be written
     */
    record Plan(List<Slot> slots, Map<Part, Long> covered, Optional<Instant> wakeAt) {}

    private final Person person;
    private final Rests rests;
    private final OrderGuard guard;
    private final Room room;
    private final List<Part> attributes = new ArrayList<>(1);
    private final List<Slot> events = new ArrayList<>(0);
    private Map<Part, Long> covered = Map.of();
    private Optional<Instant> wakeAt = Optional.empty();

    private Fold(Person person, Rests rests, OrderGuard guard, Room room) {
        this.person = person;
        this.rests = rests;
        this.guard = guard;
        this.room = room;
    }

    static Plan plan(Person person, Rests rests, OrderGuard guard, Room room) {
        Fold fold = new Fold(person, rests, guard, room);
        return person.goesOneByOne() ? fold.firstThatMayGo() : fold.together();
    }

    private Plan together() {
        for (Parcel parcel : person.waiting()) {
            for (Part part : parcel.openParts()) {
                if (mayGo(part) && !take(part)) {
                    return plan();
                }
            }
        }
        return plan();
    }

    private boolean take(Part part) {
        Parcel parcel = part.parcel();
        if (part.form() == Form.EVENT) {
            boolean fits = room.takesObject(parcel);
            if (fits) {
                events.add(event(part));
            }
            return fits;
        }
        boolean fits = attributes.isEmpty() ? room.takesObject(parcel) : room.takesMore(parcel);
        if (fits) {
            attributes.add(part);
        }
        return fits;
    }

    /**
     * One attribute or one event at a time, in the order of the log. Of an attribute the newest answer goes, as ever: an older one
     * alone could overwrite what an earlier request has written.
     */
    private Plan firstThatMayGo() {
        Set<String> heldBack = new HashSet<>();
        for (Parcel parcel : person.waiting()) {
            for (Part part : parcel.openParts()) {
                boolean isHeldBack = part.form() == Form.ATTRIBUTE && heldBack.contains(part.attribute());
                if (isHeldBack || covered.containsKey(part)) {
                    continue;
                }
                if (!mayGo(part)) {
                    heldBack.add(part.attribute());
                } else {
                    return takeWithItsAttribute(part) ? plan() : new Plan(List.of(), covered, Optional.empty());
                }
            }
        }
        return plan();
    }

    private boolean takeWithItsAttribute(Part first) {
        if (first.form() == Form.EVENT) {
            return take(first);
        }
        for (Parcel parcel : person.waiting()) {
            for (Part part : parcel.openParts()) {
                boolean same = part.form() == Form.ATTRIBUTE && part.attribute().equals(first.attribute());
                if (same && !covered.containsKey(part) && !take(part)) {
                    return !attributes.isEmpty();
                }
            }
        }
        return true;
    }

    private boolean mayGo(Part part) {
        if (part.form() == Form.EVENT) {
            return true;
        }
        Optional<Rest> rest = rests.of(person, part);
        if (rest.isPresent() && part.age().isBefore(rest.get().sent())) {
            cover(part, rest.get().sent());
            return false;
        }
        Optional<Age> guarded = guard.newest(part.parcel(), part.attribute());
        if (guarded.isPresent() && part.age().isBefore(guarded.get())) {
            cover(part, guarded.get());
            return false;
        }
        rest.ifPresent(known -> wakeBy(known.until()));
        return rest.isEmpty();
    }

    private void wakeBy(Instant until) {
        wakeAt = wakeAt.filter(earlier -> earlier.isBefore(until)).or(() -> Optional.of(until));
    }

    private void cover(Part part, Age by) {
        if (covered.isEmpty()) {
            covered = new LinkedHashMap<>();
        }
        covered.put(part, by.offset());
    }

    private Plan plan() {
        List<Slot> slots = new ArrayList<>(1 + events.size());
        if (!attributes.isEmpty()) {
            slots.add(attributesObject());
        }
        slots.addAll(events);
        return new Plan(slots, covered, wakeAt);
    }

    private Slot attributesObject() {
        if (attributes.size() == 1) {
            Part only = attributes.get(0);
            Map<String, AnswerValue> value = Map.of(only.attribute(), only.value());
            return new Slot(person, new TrackObject.Attributes(person.respondent(), value), attributes, attributes);
        }
        Map<String, List<Part>> byName = new LinkedHashMap<>();
        attributes.forEach(part -> byName.computeIfAbsent(part.attribute(), name -> new ArrayList<>(1))
                .add(part));
        Map<String, AnswerValue> values = new LinkedHashMap<>();
        List<Part> parts = new ArrayList<>();
        List<Part> sent = new ArrayList<>();
        byName.forEach((name, answers) -> {
            Part newest = newest(answers);
            values.put(name, newest.value());
            parts.addAll(answers);
            sent.add(newest);
        });
        return new Slot(person, new TrackObject.Attributes(person.respondent(), values), parts, sent);
    }

    private static Part newest(List<Part> answers) {
        Part newest = answers.get(0);
        for (Part answer : answers) {
            if (answer.age().compareTo(newest.age()) >= 0) {
                newest = answer;
            }
        }
        return newest;
    }

    private Slot event(Part part) {
        TrackObject object =
                new TrackObject.Event(person.respondent(), part.parcel().event(), part.answer());
        return new Slot(person, object, List.of(part), List.of(part));
    }
}
