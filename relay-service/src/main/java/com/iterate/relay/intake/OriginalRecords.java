package com.iterate.relay.intake;

import com.iterate.relay.deadletters.OriginalRecord;
import com.iterate.relay.deadletters.OriginalRecord.OriginalHeader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Kafka's record as we keep it. */
final class OriginalRecords {

    private OriginalRecords() {}

    static OriginalRecord of(ConsumerRecord<byte[], ?> record, byte @Nullable [] value) {
        List<OriginalHeader> headers = new ArrayList<>(8);
        record.headers().forEach(header -> headers.add(new OriginalHeader(header.key(), header.value())));
        return new OriginalRecord(
                record.topic(),
                record.partition(),
                record.offset(),
                Instant.ofEpochMilli(record.timestamp()),
                record.key(),
                value,
                headers);
    }
}
