package com.iterate.relay.lanes;

import com.iterate.relay.braze.Platform;
import com.iterate.relay.credentials.Lookup;
import com.iterate.relay.deadletters.DeadLetter;
import com.iterate.relay.tracing.Traces;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * What a lane reaches out to.
 *
 * @param connections by company id; answers from a cache, so it is asked before every request
 * @param guard       of people with an open dead letter
 * @param deadLetters completes once the letter is acknowledged, however long that takes; never fails
 */
public record Surroundings(
        Loop loop,
        LanesConfig config,
        Platform platform,
        Function<String, CompletionStage<Lookup>> connections,
        Function<DeadLetter, CompletionStage<Void>> deadLetters,
        Signals signals,
        Traces traces,
        OrderGuard guard) {

    /** Nobody's answers are followed, and nobody is guarded. */
    public Surroundings(
            Loop loop,
            LanesConfig config,
            Platform platform,
            Function<String, CompletionStage<Lookup>> connections,
            Function<DeadLetter, CompletionStage<Void>> deadLetters,
            Signals signals) {
        this(loop, config, platform, connections, deadLetters, signals, Traces.OFF, OrderGuard.NONE);
    }
}
