package com.iterate.relay.lanes;

/** Where a parcel leaves its lane: what failed becomes a dead letter, what was not simply delivered is noted; then its source is told. */
final class Exit {

    private final Surroundings around;

    Exit(Surroundings around) {
        this.around = around;
    }

    void leave(Parcel parcel) {
        if (parcel.isSimplyDelivered()) {
            parcel.finish();
            return;
        }
        if (parcel.hasFailed()
                && around.erased()
                        .test(parcel.event().companyId(), parcel.event().respondent())) {
            parcel.forgetWhatFailed();
        }
        parcel.deadLetter(around.loop().now()).ifPresentOrElse(
                letter -> {
                    around.signals().deadLettered(letter.reason());
                    parcel.source()
                            .failed(letter, around.deadLetters())
                            .thenRun(() -> around.loop().execute(() -> note(parcel)));
                },
                () -> note(parcel));
    }

    private void note(Parcel parcel) {
        around.notes().accept(parcel, parcel::finish);
    }
}
