package com.iterate.relay.deadletters;

import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** Dead letters as the relay writes them and Kafka hands them back. */
public final class Records {

    private Records() {}

    public static ConsumerRecord<byte[], byte[]> whole(DeadLetter letter, int partition, long offset) {
        return read(
                Fit.WHOLE.record(letter),
                partition,
                offset,
                letter.lastFailedAt().toEpochMilli());
    }

    /** Too large to be copied. */
    public static ConsumerRecord<byte[], byte[]> reference(DeadLetter letter, int partition, long offset) {
        return read(
                Fit.REFERENCE.record(letter),
                partition,
                offset,
                letter.lastFailedAt().toEpochMilli());
    }

    private static ConsumerRecord<byte[], byte[]> read(
            ProducerRecord<byte[], byte[]> record, int partition, long offset, long appendedAt) {
        return new ConsumerRecord<>(
                record.topic(),
                partition,
                offset,
                appendedAt,
                TimestampType.LOG_APPEND_TIME,
                -1,
                -1,
                record.key(),
                record.value(),
                new RecordHeaders(record.headers().toArray()),
                Optional.empty());
    }
}
