package com.iterate.relay.lanes;

import java.util.Map;

/** Where a parcel leaves its lane: what failed becomes a dead letter, what has to be guarded is remembered; then its source is told. */
final class Exit {

    private final Surroundings around;

    Exit(Surroundings around) {
        this.around = around;
    }

    /** @param sent the newest by attribute that was sent to its person while it waited */
    void leave(Parcel parcel, Map<String, Age> sent) {
        if (!parcel.hasFailed()) {
            remember(parcel);
            return;
        }
        // At once: from here on whatever is sent to this person counts.
        around.guard().begin(parcel, sent);
        parcel.deadLetter(around.loop().now()).ifPresent(letter -> {
            around.signals().deadLettered(letter.reason());
            parcel.source()
                    .failed(letter, around.deadLetters())
                    .thenRun(() -> around.loop().execute(() -> remember(parcel)));
        });
    }

    private void remember(Parcel parcel) {
        around.guard().remember(parcel, parcel::finish);
    }
}
