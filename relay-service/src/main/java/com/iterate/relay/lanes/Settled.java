package com.iterate.relay.lanes;

import com.iterate.contracts.Answer;
import com.iterate.relay.lanes.Part.Form;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which of a person's parcels may leave: those of which nothing is open, but none before an older one that wants an attribute which
 * it has written. A record with several answers stays open for one of them although a newer record has covered another; after a
 * crash it is read again whole, and if the newer one were done by then, would be sent alone and undo it.
 */
final class Settled {

    private Settled() {}

    static List<Parcel> takeFrom(Deque<Parcel> waiting) {
        int open = openIn(waiting);
        if (open == waiting.size()) {
            return List.of();
        }
        if (open == 0) {
            // Nearly always: all of a person's answers were in one request.
            List<Parcel> all = List.copyOf(waiting);
            waiting.clear();
            return all;
        }
        List<Parcel> staying = new ArrayList<>(waiting);
        staying.removeIf(parcel -> !parcel.isOpen());
        // From old to new: who has to stay may make a newer one stay.
        waiting.stream()
                .filter(parcel -> !parcel.isOpen())
                .sorted(Comparator.comparing(Parcel::age))
                .filter(parcel -> staying.stream().anyMatch(other -> undoes(other, parcel)))
                .forEach(staying::add);
        Set<Parcel> stay = new HashSet<>(staying);
        List<Parcel> leaving =
                waiting.stream().filter(parcel -> !stay.contains(parcel)).toList();
        waiting.retainAll(stay);
        return leaving;
    }

    private static int openIn(Deque<Parcel> waiting) {
        int open = 0;
        for (Parcel parcel : waiting) {
            open += parcel.isOpen() ? 1 : 0;
        }
        return open;
    }

    private static boolean undoes(Parcel older, Parcel newer) {
        return older.source().isReadAgain()
                && newer.source().isReadAgain()
                && older.age().compareTo(newer.age()) < 0
                && writesWhatTheOtherWants(newer, older);
    }

    private static boolean writesWhatTheOtherWants(Parcel writing, Parcel wanting) {
        List<Answer> answers = writing.event().answers();
        for (int i = 0; i < answers.size(); i++) {
            if (writing.fate(i, Form.ATTRIBUTE) == Fate.DELIVERED
                    && wants(wanting, answers.get(i).attributeName())) {
                return true;
            }
        }
        return false;
    }

    private static boolean wants(Parcel parcel, String attribute) {
        List<Answer> answers = parcel.event().answers();
        for (int i = 0; i < answers.size(); i++) {
            if (parcel.fate(i, Form.ATTRIBUTE) != Fate.NOT_WANTED
                    && answers.get(i).attributeName().equals(attribute)) {
                return true;
            }
        }
        return false;
    }
}
