package com.iterate.relay.intake;

import com.iterate.contracts.Decoded;
import com.iterate.contracts.ResponseDecoder;
import com.iterate.relay.deadletters.OriginalRecord;
import com.iterate.relay.gaps.Scan.Want;
import com.iterate.relay.gaps.Scanned.Found;
import com.iterate.relay.gaps.Scanned.Read;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What one company gets out of a pass over the log. */
final class Picking {

    /** Bytes of one company in a pass: half of what its lane may hold. */
    private static final long MOST_BYTES = 2 * 1024 * 1024;

    private final Want want;
    private final int partitionsOfTheTopic;
    private final List<Read> records = new ArrayList<>();
    private Instant seenAt = Instant.EPOCH;
    private long bytes;
    private long stoppedAt = Long.MAX_VALUE;

    Picking(Want want, int partitionsOfTheTopic) {
        this.want = want;
        this.partitionsOfTheTopic = partitionsOfTheTopic;
    }

    void offer(ConsumerRecord<byte[], byte[]> record) {
        if (stoppedAt < Long.MAX_VALUE || !want.covers(record.offset())) {
            return;
        }
        seenAt = Instant.ofEpochMilli(record.timestamp());
        if (!seenAt.isBefore(want.before())) {
            stoppedAt = record.offset();
            return;
        }
        OriginalRecord original = OriginalRecords.of(record, record.value());
        Decoded decoded = ResponseDecoder.decode(record.value());
        if (decoded instanceof Decoded.Event event
                && RecordCheck.fault(original, decoded, partitionsOfTheTopic).isEmpty()) {
            records.add(new Read(original, event.value()));
            bytes += original.size();
        }
        if (records.size() >= want.most() || bytes >= MOST_BYTES) {
            stoppedAt = record.offset() + 1;
        }
    }

    boolean isSatisfiedBefore(long offset) {
        return stoppedAt < Long.MAX_VALUE || offset >= want.end();
    }

    /** @param readTo where the pass ended */
    Found found(long readTo) {
        return new Found(records, Math.min(stoppedAt, Math.min(readTo, want.end())), seenAt);
    }
}
