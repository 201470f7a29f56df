package com.iterate.relay.braze;

import com.iterate.contracts.AttributeNames;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which of the caller's objects stands where in a request. Braze names an object by its array and its index there, as sent;
 * an object that was refused before sending shifts those behind it.
 *
 * @param size       of the caller's list
 * @param attributes the caller's positions, in the order of the array {@code attributes}
 * @param events     the same for the array {@code events}
 * @param refused    objects that were not sent, by the caller's position
 * @param bytes      that the others take at most
 */
record Sent(
        int size, List<Integer> attributes, List<Integer> events, Map<Integer, Outcome.Rejected> refused, int bytes) {

    /** No HTTP status: Braze was not asked. */
    private static final int NOT_ASKED = 0;

    static Sent of(List<TrackObject> objects) {
        List<Integer> attributes = new ArrayList<>();
        List<Integer> events = new ArrayList<>();
        Map<Integer, Outcome.Rejected> refused = new TreeMap<>();
        int bytes = 0;
        for (int position = 0; position < objects.size(); position++) {
            TrackObject object = objects.get(position);
            int size = TrackRequest.sizeOf(object);
            Optional<String> refusal = refusalOf(object, size);
            if (refusal.isPresent()) {
                refused.put(position, new Outcome.Rejected(NOT_ASKED, refusal.get()));
            } else {
                (object instanceof TrackObject.Attributes ? attributes : events).add(position);
                bytes += size;
            }
        }
        return new Sent(objects.size(), attributes, events, refused, bytes);
    }

    private static Optional<String> refusalOf(TrackObject object, int size) {
        if (size > TrackRequest.MOST_OBJECT_BYTES) {
            return Optional.of("larger than the 100 KB that Braze takes for one object");
        }
        if (object instanceof TrackObject.Attributes written) {
            for (String name : written.values().keySet()) {
                Optional<String> problem = AttributeNames.problem(name);
                if (problem.isPresent()) {
                    return Optional.of("the attribute's name " + problem.get());
                }
            }
        }
        return Optional.empty();
    }

    boolean nothing() {
        return attributes.isEmpty() && events.isEmpty();
    }

    /** The caller's position of what Braze calls {@code inputArray[index]}; empty if nothing was sent there. */
    Optional<Integer> position(String inputArray, int index) {
        List<Integer> array =
                switch (inputArray) {
                    case "attributes" -> attributes;
                    case "events" -> events;
                    default -> List.of();
                };
        return index >= 0 && index < array.size() ? Optional.of(array.get(index)) : Optional.empty();
    }

    /** The answer when nothing was left to send. */
    Reply.Answered answered() {
        return answered(Map.of(), new Outcome.Unclear("not sent"));
    }

    /** An outcome for every object: those of {@code named}, those refused here, {@code others} for the rest. */
    Reply.Answered answered(Map<Integer, Outcome.Rejected> named, Outcome others) {
        if (named.isEmpty() && refused.isEmpty()) {
            return new Reply.Answered(Collections.nCopies(size, others));
        }
        Map<Integer, Outcome> known = new HashMap<>(named);
        known.putAll(refused);
        List<Outcome> outcomes = new ArrayList<>(size);
        for (int position = 0; position < size; position++) {
            outcomes.add(known.getOrDefault(position, others));
        }
        return new Reply.Answered(outcomes);
    }
}
