package com.iterate.relay.deliveries;

import java.util.concurrent.CompletionStage;

/** Where it is kept. Answers on any thread; fails while it is away, and then nobody knows whether it wrote. */
interface Register {

    /** Writes all of it or nothing. Writing the same once more changes nothing. */
    CompletionStage<Void> write(Page page);
}
