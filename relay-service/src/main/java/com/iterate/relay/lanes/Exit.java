package com.iterate.relay.lanes;

import com.iterate.contracts.Respondent;
import com.iterate.relay.deadletters.DeadLetter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where parcels leave their lane: what has to be guarded is remembered, what failed becomes a dead letter, what was not simply
 * delivered is noted; then their source is told.
 *
 * <p>Of one person, none counts as done before those that left with it or earlier. Otherwise a successor would find a newer answer
 * done, and the older one that it covered not, and send that alone.
 */
final class Exit {

    /** Parcels of one person that left together. */
    private static final class Group {

        private final List<Parcel> parcels;
        private int awaited;

        Group(List<Parcel> parcels) {
            this.parcels = parcels;
            this.awaited = parcels.size();
        }

        private boolean isOf(Set<Integer> partitions) {
            return partitions.contains(parcels.get(0).original().partition());
        }
    }

    private final Surroundings around;
    private final Map<Respondent, Deque<Group>> waiting = new HashMap<>();

    Exit(Surroundings around) {
        this.around = around;
    }

    /**
     * @param settled of one person
     * @param sent    the newest by attribute that Braze took of that person while they waited
     */
    void leave(List<Parcel> settled, Map<String, Age> sent) {
        if (settled.isEmpty()) {
            return;
        }
        Respondent person = settled.get(0).event().respondent();
        if (waitForNothing(settled) && (waiting.isEmpty() || !waiting.containsKey(person))) {
            settled.forEach(Parcel::finish);
            return;
        }
        Group group = new Group(List.copyOf(settled));
        Deque<Group> groups = waiting.computeIfAbsent(person, none -> new ArrayDeque<>(1));
        groups.addLast(group);
        for (Parcel parcel : group.parcels) {
            end(parcel, sent, () -> {
                group.awaited--;
                finish(person, groups);
            });
        }
    }

    /** Out of the lane and not finished: what opens a gap now has to remember them. */
    Stream<Parcel> leaving() {
        return waiting.values().stream().flatMap(Deque::stream).flatMap(group -> group.parcels.stream());
    }

    /**
     * The partitions go to another relay. What finishes in time still counts; what never does must not hold up the same person's
     * answers once the partition is back.
     */
    void drop(Set<Integer> partitions) {
        waiting.values().removeIf(groups -> groups.getFirst().isOf(partitions));
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    private void finish(Respondent person, Deque<Group> groups) {
        while (!groups.isEmpty() && groups.getFirst().awaited == 0) {
            groups.removeFirst().parcels.forEach(Parcel::finish);
        }
        if (groups.isEmpty()) {
            waiting.remove(person, groups);
        }
    }

    private void end(Parcel parcel, Map<String, Age> sent, Runnable then) {
        if (parcel.hasFailed()
                && around.erased()
                        .test(parcel.event().companyId(), parcel.event().respondent())) {
            parcel.forgetWhatFailed();
        }
        if (!parcel.hasFailed()) {
            note(parcel, then);
            return;
        }
        // At once: from here on whatever is sent to this person counts.
        around.guard().begin(parcel, sent);
        parcel.givenUp().forEach(attribute -> around.guard().sent(parcel, attribute));
        // Before there is a letter: should a crash come between, nobody must find one that nothing guards.
        around.guard().remember(parcel, () -> parcel.deadLetter(around.loop().now())
                .ifPresent(letter -> write(letter, parcel, then)));
    }

    private void write(DeadLetter letter, Parcel parcel, Runnable then) {
        around.signals().deadLettered(letter.reason());
        parcel.source().failed(letter, around.deadLetters()).thenRun(() -> around.loop()
                .execute(() -> note(parcel, then)));
    }

    private void note(Parcel parcel, Runnable then) {
        Runnable noted = () -> around.guard().remember(parcel, then);
        if (parcel.isSimplyDelivered()) {
            noted.run();
        } else {
            around.notes().accept(parcel, noted);
        }
    }

    private boolean waitForNothing(List<Parcel> parcels) {
        if (!around.guard().isIdle()) {
            return false;
        }
        for (Parcel parcel : parcels) {
            if (!parcel.isSimplyDelivered()) {
                return false;
            }
        }
        return true;
    }
}
