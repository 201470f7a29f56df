package com.iterate.relay.lanes;

import com.iterate.relay.braze.TrackObject;
import com.iterate.relay.deadletters.Try;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One object of a request and what it settles.
 *
 * @param parts all answers that are done once Braze accepts the object: those it carries, and older ones that it covers
 * @param sent  those it carries
 */
record Slot(Person person, TrackObject object, List<Part> parts, List<Part> sent) {

    /** The request did not end well for it. */
    void tried(Try request) {
        sent.forEach(part -> part.parcel().tried(request));
    }

    /** Once the request is over: what it wrote matters to whatever of its person is still here. */
    void rememberForThoseWhoWait() {
        if (!person.hasUnfinishedBusiness()) {
            return;
        }
        for (Part part : sent) {
            Fate fate = part.parcel().fate(part.index(), part.form());
            if (fate == Fate.DELIVERED && part.form() == Part.Form.ATTRIBUTE) {
                person.sent(part);
            }
        }
    }

    /** Those that are not in it, and the offset of the newer answer that is. */
    Map<Part, Long> covered() {
        Map<String, Part> carried = new HashMap<>();
        sent.forEach(part -> carried.put(part.attribute(), part));
        Map<Part, Long> covered = new LinkedHashMap<>();
        for (Part part : parts) {
            Part newer = carried.getOrDefault(part.attribute(), part);
            if (!newer.equals(part)) {
                covered.put(part, newer.age().offset());
            }
        }
        return covered;
    }
}
