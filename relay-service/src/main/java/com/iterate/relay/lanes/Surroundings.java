package com.iterate.relay.lanes;

import com.iterate.contracts.Respondent;
import com.iterate.relay.braze.Platform;
import com.iterate.relay.credentials.Lookup;
import com.iterate.relay.deadletters.DeadLetter;
import com.iterate.relay.tracing.Traces;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * What a lane reaches out to.
 *
 * @param connections by company id; answers from a cache, so it is asked before every request
 * @param guard       of people with an open dead letter
 * @param deadLetters completes once the letter is acknowledged, however long that takes; never fails
 * @param notes       takes down what became of a parcel that was not simply delivered; then, on the loop, runs what it was given
 * @param erased      whether a company's person was erased; asked before every request
 */
public record Surroundings(
        Loop loop,
        LanesConfig config,
        Platform platform,
        Function<String, CompletionStage<Lookup>> connections,
        Function<DeadLetter, CompletionStage<Void>> deadLetters,
        Signals signals,
        Traces traces,
        OrderGuard guard,
        BiConsumer<Parcel, Runnable> notes,
        BiPredicate<String, Respondent> erased) {

    /** Nobody's answers are followed, nobody is guarded, nothing is taken down, and nobody was erased. */
    public Surroundings(
            Loop loop,
            LanesConfig config,
            Platform platform,
            Function<String, CompletionStage<Lookup>> connections,
            Function<DeadLetter, CompletionStage<Void>> deadLetters,
            Signals signals) {
        this(
                loop,
                config,
                platform,
                connections,
                deadLetters,
                signals,
                Traces.OFF,
                OrderGuard.NONE,
                (parcel, then) -> then.run(),
                (company, person) -> false);
    }
}
