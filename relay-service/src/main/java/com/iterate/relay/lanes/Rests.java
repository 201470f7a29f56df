package com.iterate.relay.lanes;

import com.iterate.contracts.Respondent;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which attributes of which people may not be written yet. Braze promises no order between two requests, so an attribute that
 * may just have been written rests; what is older than the value that was sent never goes out.
 */
final class Rests {

    record Rest(Instant until, Part.Age sent) {}

    private record Key(Respondent respondent, String attribute) {}

    private final Duration settle;

    /** Oldest first: all rests are equally long, so those that are over stand at the head. */
    private final Map<Key, Rest> resting = new LinkedHashMap<>();

    Rests(Duration settle) {
        this.settle = settle;
    }

    void begin(Part sent, Instant now) {
        Key key = keyOf(sent);
        Rest before = resting.remove(key);
        Part.Age age = before != null && before.sent().compareTo(sent.age()) > 0 ? before.sent() : sent.age();
        resting.put(key, new Rest(now.plus(settle), age));
    }

    Optional<Rest> of(Part part) {
        return Optional.ofNullable(resting.get(keyOf(part)));
    }

    /** Called before each look-up, so that whatever is found is still in force. */
    void forgetWhatIsOver(Instant now) {
        Iterator<Rest> rests = resting.values().iterator();
        while (rests.hasNext() && !rests.next().until().isAfter(now)) {
            rests.remove();
        }
    }

    boolean isEmpty() {
        return resting.isEmpty();
    }

    private static Key keyOf(Part part) {
        return new Key(part.parcel().event().respondent(), part.attribute());
    }
}
