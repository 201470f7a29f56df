package com.iterate.relay.lanes;

import com.iterate.contracts.Respondent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where parcels leave their lane: what failed becomes a dead letter, what was not simply delivered is noted; then their source is
 * told.
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
            for (Parcel parcel : parcels) {
                awaited += parcel.isSimplyDelivered() ? 0 : 1;
            }
        }
    }

    private final Surroundings around;
    private final Map<Respondent, Deque<Group>> waiting = new HashMap<>();

    Exit(Surroundings around) {
        this.around = around;
    }

    /** @param settled of one person */
    void leave(List<Parcel> settled) {
        if (settled.isEmpty()) {
            return;
        }
        Respondent person = settled.get(0).event().respondent();
        if (areSimplyDelivered(settled) && (waiting.isEmpty() || !waiting.containsKey(person))) {
            settled.forEach(Parcel::finish);
            return;
        }
        Group group = new Group(List.copyOf(settled));
        waiting.computeIfAbsent(person, none -> new ArrayDeque<>(1)).addLast(group);
        for (Parcel parcel : group.parcels) {
            if (!parcel.isSimplyDelivered()) {
                end(parcel, () -> {
                    group.awaited--;
                    finish(person);
                });
            }
        }
        finish(person);
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    private void finish(Respondent person) {
        Deque<Group> groups = waiting.getOrDefault(person, new ArrayDeque<>(0));
        while (!groups.isEmpty() && groups.getFirst().awaited == 0) {
            groups.removeFirst().parcels.forEach(Parcel::finish);
        }
        if (groups.isEmpty()) {
            waiting.remove(person, groups);
        }
    }

    private void end(Parcel parcel, Runnable then) {
        if (parcel.hasFailed()
                && around.erased()
                        .test(parcel.event().companyId(), parcel.event().respondent())) {
            parcel.forgetWhatFailed();
        }
        parcel.deadLetter(around.loop().now())
                .ifPresentOrElse(
                        letter -> {
                            around.signals().deadLettered(letter.reason());
                            parcel.source().failed(letter, around.deadLetters()).thenRun(() -> around.loop()
                                    .execute(() -> around.notes().accept(parcel, then)));
                        },
                        () -> around.notes().accept(parcel, then));
    }

    private static boolean areSimplyDelivered(List<Parcel> parcels) {
        for (Parcel parcel : parcels) {
            if (!parcel.isSimplyDelivered()) {
                return false;
            }
        }
        return true;
    }
}
