package com.iterate.relay.lanes;

import com.iterate.relay.deadletters.DeadLetter;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Where a parcel leaves its lane: what failed becomes a dead letter, what has to be guarded is remembered; then its source is told. */
final class Exit {

    private final Surroundings around;

    /** Out of the lane and not finished: what opens a gap now has to remember them. */
    private final Set<Parcel> leaving = new HashSet<>();

    Exit(Surroundings around) {
        this.around = around;
    }

    /** @param sent the newest by attribute that Braze took of its person while it waited */
    void leave(Parcel parcel, Map<String, Age> sent) {
        if (parcel.hasFailed()) {
            // At once: from here on whatever is sent to this person counts.
            around.guard().begin(parcel, sent);
            parcel.givenUp().forEach(attribute -> around.guard().sent(parcel, attribute));
            // Before there is a letter: should a crash come between, nobody must find one that nothing guards.
            around.guard().remember(parcel, () -> parcel.deadLetter(around.loop().now())
                    .ifPresent(letter -> write(letter, parcel)));
        } else {
            around.guard().remember(parcel, () -> finish(parcel));
        }
        if (!parcel.isFinished()) {
            leaving.add(parcel);
        }
    }

    Collection<Parcel> leaving() {
        return leaving;
    }

    /** The partitions go to another relay, and what is not finished with them. */
    void drop(Set<Integer> partitions) {
        leaving.removeIf(parcel -> partitions.contains(parcel.original().partition()));
    }

    private void write(DeadLetter letter, Parcel parcel) {
        around.signals().deadLettered(letter.reason());
        parcel.source()
                .failed(letter, around.deadLetters())
                .thenRun(() -> around.loop().execute(() -> finish(parcel)));
    }

    private void finish(Parcel parcel) {
        leaving.remove(parcel);
        parcel.finish();
    }
}
