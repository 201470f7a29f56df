package com.iterate.relay.intake;

import com.iterate.relay.deadletters.OriginalHeaders;
import com.iterate.relay.deadletters.OriginalRecord;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Kafka's record as we keep it. */
final class OriginalRecords {

    private OriginalRecords() {}

    static OriginalRecord of(ConsumerRecord<byte[], ?> record, byte @Nullable [] value) {
        return new OriginalRecord(
                record.topic(),
                record.partition(),
                record.offset(),
                Instant.ofEpochMilli(record.timestamp()),
                record.key(),
                value,
                OriginalHeaders.of(record.headers()));
    }
}
