package com.iterate.relay.gaps;

import java.util.concurrent.CompletionStage;

/** Reads what was skipped. Answers on any thread; fails while Kafka is away. */
public interface LogReader {

    /** Reads for a time slice at most, so that others get their turn. */
    CompletionStage<Scanned> scan(Scan scan);
}
