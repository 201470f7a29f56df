package com.iterate.relay.intake;

import com.iterate.contracts.Decoded;
import com.iterate.contracts.ResponseEncoder;
import com.iterate.contracts.ResponseSubmitted;
import com.iterate.relay.deadletters.OriginalRecord;
import com.iterate.relay.gaps.LogReader;
import com.iterate.relay.gaps.Scan;
import com.iterate.relay.gaps.Scan.Want;
import com.iterate.relay.gaps.Scanned;
import com.iterate.relay.lanes.Loop;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.apache.kafka.common.utils.Utils;

/** The responses topic: partitions that only grow, and forget at their beginning when a test says so. */
final class ModelLog {

    private final Loop clock;
    private final List<List<Intake.Incoming>> partitions = new ArrayList<>();
    private final Map<Integer, Long> starts = new HashMap<>();
    private Supplier<Duration> latency = () -> Duration.ofMillis(5);

    /** Offsets that one pass of a gap's reader gets through. */
    private int passLength = 500;

    ModelLog(Loop clock, int partitions) {
        this.clock = clock;
        for (int i = 0; i < partitions; i++) {
            this.partitions.add(new ArrayList<>());
        }
    }

    void readingTakes(Supplier<Duration> each) {
        latency = each;
    }

    void passesAreOf(int offsets) {
        passLength = offsets;
    }

    Intake.Incoming append(ResponseSubmitted event) {
        byte[] key = event.key().getBytes(StandardCharsets.UTF_8);
        int number = Utils.toPositive(Utils.murmur2(key)) % partitions.size();
        List<Intake.Incoming> partition = partitions.get(number);
        Intake.Incoming record = new Intake.Incoming(
                new OriginalRecord(
                        "survey.responses.v1",
                        number,
                        partition.size(),
                        clock.now(),
                        key,
                        ResponseEncoder.encode(event),
                        List.of()),
                new Decoded.Event(event));
        partition.add(record);
        return record;
    }

    int partitions() {
        return partitions.size();
    }

    long end(int partition) {
        return partitions.get(partition).size();
    }

    long start(int partition) {
        return starts.getOrDefault(partition, 0L);
    }

    void forgetBefore(int partition, long offset) {
        starts.put(partition, offset);
    }

    List<Intake.Incoming> read(int partition, long from, int most) {
        List<Intake.Incoming> all = partitions.get(partition);
        int begin = (int) Math.max(from, start(partition));
        return begin >= all.size() ? List.of() : List.copyOf(all.subList(begin, Math.min(all.size(), begin + most)));
    }

    /** @param loop of the relay that reads */
    LogReader reader(Loop loop) {
        return scan -> {
            CompletableFuture<Scanned> scanned = new CompletableFuture<>();
            loop.after(latency.get(), () -> scanned.complete(scan(scan)));
            return scanned;
        };
    }

    private Scanned scan(Scan scan) {
        long logStart = start(scan.partition());
        long from = Math.max(scan.from(), logStart);
        List<Intake.Incoming> pass = read(scan.partition(), from, passLength);
        long readTo = from + pass.size();
        Map<String, Scanned.Found> found = new HashMap<>();
        scan.wants().forEach((company, want) -> found.put(company, find(company, want, pass, readTo)));
        return new Scanned(logStart, found);
    }

    private static Scanned.Found find(String company, Want want, List<Intake.Incoming> pass, long readTo) {
        List<Scanned.Read> records = new ArrayList<>();
        Instant seenAt = Instant.EPOCH;
        for (Intake.Incoming incoming : pass) {
            ResponseSubmitted event = ((Decoded.Event) incoming.decoded()).value();
            long offset = incoming.record().offset();
            if (!event.companyId().equals(company) || !want.covers(offset)) {
                continue;
            }
            seenAt = incoming.record().appendedAt();
            if (!seenAt.isBefore(want.before())) {
                return new Scanned.Found(records, offset, seenAt);
            }
            records.add(new Scanned.Read(incoming.record(), event));
            if (records.size() == want.most()) {
                return new Scanned.Found(records, offset + 1, seenAt);
            }
        }
        return new Scanned.Found(records, Math.min(readTo, want.end()), seenAt);
    }

    /** Never fails. */
    static CompletionStage<Void> acknowledged() {
        return CompletableFuture.completedFuture(null);
    }
}
