package com.iterate.relay.lanes;

import com.iterate.relay.deadletters.DeadLetter;
import com.iterate.relay.deadletters.Reason;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Where a parcel comes from: told what became of it. */
public interface Source {

    /** Called once, when all answers are delivered, covered by newer ones, or safely in the dead-letter topic. */
    void finished(Parcel parcel);

    /**
     * Some of it cannot be delivered.
     *
     * @param topic where dead letters usually go
     * @return completes when the letter is safe, wherever that is
     */
    default CompletionStage<Void> failed(DeadLetter letter, Function<DeadLetter, CompletionStage<Void>> topic) {
        return topic.apply(letter);
    }

    /** Its lane gives it back unsent, to make room; it has to be read again later. */
    void shed(Parcel parcel);

    /** Whether a crash has it read again whole, by somebody who does not know what of it, or since, was sent. */
    default boolean isReadAgain() {
        return true;
    }

    /** Whether the offset to commit waits for it. */
    boolean pinsTheCommit();

    /** Under which reason it is dead-lettered when it has waited too long. */
    Reason whenExpired();
}
