package com.iterate.relay.intake;

import java.time.Instant;

/**
 * Where a partition begins for this relay.
 *
 * @param committed what Kafka acknowledged last; the first offset to be read
 * @param end       of the log when the partition was assigned
 * @param notBefore requests of the previous owner may still take effect until then
 */
record Start(long committed, long end, Instant notBefore) {}
