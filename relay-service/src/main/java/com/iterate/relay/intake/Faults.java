package com.iterate.relay.intake;

import com.iterate.contracts.Decoded;
import com.iterate.contracts.Respondent;
import com.iterate.relay.deadletters.DeadLetter;
import com.iterate.relay.deadletters.OriginalRecord;
import com.iterate.relay.deadletters.Reason;
import com.iterate.relay.deliveries.Ending;
import com.iterate.relay.lanes.Loop;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Records that no lane can take. Each becomes a dead letter, and that is noted, before its offset counts as done: all that lies
 * before a mark without a note was accepted.
 */
final class Faults {

    /** Takes down what became of a record as a whole. */
    interface Notes {

        /** @param then runs when that is written */
        void note(OriginalRecord record, Decoded decoded, Ending ending, Runnable then);
    }

    private final Loop loop;
    private final Function<DeadLetter, CompletionStage<Void>> deadLetters;
    private final Notes notes;
    private final BiPredicate<String, Respondent> erased;
    private final Consumer<Reason> signal;

    /**
     * @param erased whether a company's person was erased
     * @param signal told each letter
     */
    Faults(
            Loop loop,
            Function<DeadLetter, CompletionStage<Void>> deadLetters,
            Notes notes,
            BiPredicate<String, Respondent> erased,
            Consumer<Reason> signal) {
        this.loop = loop;
        this.deadLetters = deadLetters;
        this.notes = notes;
        this.erased = erased;
        this.signal = signal;
    }

    /** @param done runs on the loop */
    void take(OriginalRecord record, Decoded decoded, RecordCheck.Fault fault, Runnable done) {
        if (isErased(decoded)) {
            notes.note(record, decoded, new Ending.Erased(), done);
            return;
        }
        signal.accept(fault.reason());
        Ending ending = new Ending.Failed(fault.reason(), 0, fault.problem());
        deadLetters
                .apply(letter(record, fault))
                .thenRun(() -> loop.execute(() -> notes.note(record, decoded, ending, done)));
    }

    /** By its content's word, whatever is wrong with its key. */
    private boolean isErased(Decoded decoded) {
        return decoded instanceof Decoded.Event event
                && erased.test(event.value().companyId(), event.value().respondent());
    }

    private DeadLetter letter(OriginalRecord record, RecordCheck.Fault fault) {
        Instant now = loop.now();
        return new DeadLetter(record, fault.reason(), "", fault.problem(), List.of(), 0, List.of(), now, now);
    }
}
