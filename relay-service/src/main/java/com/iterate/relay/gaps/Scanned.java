package com.iterate.relay.gaps;

import com.iterate.contracts.ResponseSubmitted;
import com.iterate.relay.deadletters.OriginalRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a pass found.
 *
 * @param logStart the first offset that the log still has
 * @param found    by company, for each that was wanted
 */
public record Scanned(long logStart, Map<String, Found> found) {

    /** A record that is what its key and content say; others are the live reader's to dead-letter. */
    public record Read(OriginalRecord original, ResponseSubmitted event) {}

    /**
     * @param readTo everything wanted before this offset was found
     * @param seenAt when Kafka had the record at which the pass ended for this company
     */
    public record Found(List<Read> records, long readTo, Instant seenAt) {}
}
