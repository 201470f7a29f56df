package com.iterate.relay.intake;

import com.iterate.contracts.CloudEventHeaders;
import com.iterate.contracts.Decoded;
import com.iterate.contracts.ResponseSubmitted;
import com.iterate.relay.deadletters.HeaderName;
import com.iterate.relay.deadletters.OriginalRecord;
import com.iterate.relay.deadletters.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.common.utils.Utils;

/** Whether a record is an event, of this kind, under its own key, in its own partition. */
final class RecordCheck {

    /** What is wrong with it. */
    record Fault(Reason reason, String problem) {}

    private RecordCheck() {}

    static Optional<Fault> fault(OriginalRecord record, Decoded decoded, int partitions) {
        if (decoded instanceof Decoded.Unreadable unreadable) {
            String at = unreadable.position().isEmpty() ? "" : "At " + unreadable.position() + ": ";
            return Optional.of(new Fault(Reason.UNREADABLE, at + unreadable.problem()));
        }
        if (isOfAnotherType(record)) {
            return Optional.of(new Fault(Reason.UNREADABLE, "ce_type is not " + CloudEventHeaders.RESPONSE_SUBMITTED));
        }
        ResponseSubmitted event = ((Decoded.Event) decoded).value();
        byte[] key = record.key();
        if (key == null || !event.hasKey(key)) {
            return Optional.of(new Fault(Reason.WRONG_KEY, "The key is not the one that belongs to this content"));
        }
        // Kafka's default partitioner; another one would put a person's answers into two partitions, without an order.
        if (Utils.toPositive(Utils.murmur2(key)) % partitions != record.partition()) {
            return Optional.of(new Fault(
                    Reason.WRONG_KEY, "Not in the partition of its key; publish with murmur2 (murmur2_random)"));
        }
        return Optional.empty();
    }

    /** A record without the header is taken for what its content says. */
    private static boolean isOfAnotherType(OriginalRecord record) {
        return !record.headers().agree(NAME_OF_TYPE, TYPE);
    }

    private static final HeaderName NAME_OF_TYPE = HeaderName.of(CloudEventHeaders.TYPE);

    private static final byte[] TYPE = CloudEventHeaders.RESPONSE_SUBMITTED.getBytes(StandardCharsets.UTF_8);
}
