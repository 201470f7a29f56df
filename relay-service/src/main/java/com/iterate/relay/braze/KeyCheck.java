package com.iterate.relay.braze;

import com.iterate.relay.credentials.Connection;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.concurrent.CompletionStage;

/**
 * Whether Braze takes requests with a company's key: asked with a request that holds no object, so that nothing is written. Braze
 * looks at the key and its permission first.
 */
@Singleton
public final class KeyCheck {

    /** How Braze complains, to a key that it accepts, that there is nothing to write. */
    private static final String NOTHING_TO_WRITE = "http 400: valid data must be provided";

    private final BrazePlatform braze;

    KeyCheck(BrazePlatform braze) {
        this.braze = braze;
    }

    /** Called on a Vert.x context, completes on it and never exceptionally. Whatever is not a clear yes is a no. */
    public CompletionStage<Boolean> isAccepted(Connection connection) {
        return braze.trackNothing(connection).thenApply(KeyCheck::saysYes);
    }

    private static boolean saysYes(Reply reply) {
        if (reply instanceof Reply.TooMuch refused) {
            return refused.reason().toLowerCase(Locale.ROOT).startsWith(NOTHING_TO_WRITE);
        }
        return reply instanceof Reply.Answered;
    }
}
