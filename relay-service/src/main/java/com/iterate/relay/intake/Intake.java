package com.iterate.relay.intake;

import com.iterate.contracts.Decoded;
import com.iterate.relay.deadletters.DeadLetter;
import com.iterate.relay.deadletters.OriginalRecord;
import com.iterate.relay.lanes.Lanes;
import com.iterate.relay.lanes.Loop;
import com.iterate.relay.lanes.Parcel;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Everything that was read and is not finished: never more than the window, in records and in bytes. Every method is called on
 * the lanes' loop.
 */
final class Intake {

    /** A record and what its bytes turned out to be. */
    record Incoming(OriginalRecord record, Decoded decoded) {}

    private final Loop loop;
    private final IntakeConfig config;
    private final Lanes lanes;
    private final Function<DeadLetter, CompletionStage<Void>> deadLetters;
    private final Map<Integer, Partition> partitions = new HashMap<>();
    private final Deque<CompletableFuture<Void>> waitingForRoom = new ArrayDeque<>();
    private int partitionsOfTheTopic = 1;

    Intake(Loop loop, IntakeConfig config, Lanes lanes, Function<DeadLetter, CompletionStage<Void>> deadLetters) {
        this.loop = loop;
        this.config = config;
        this.lanes = lanes;
        this.deadLetters = deadLetters;
    }

    void assigned(Map<Integer, Start> starts, int ofTheTopic) {
        partitionsOfTheTopic = ofTheTopic;
        Stretch stretch = Stretch.of(config.windowRecords(), config.windowBytes(), ofTheTopic);
        starts.forEach((number, start) -> partitions.put(number, new Partition(start, stretch, lanes::accept)));
    }

    /** Takes one poll's records; completes when there is room for the next poll's, which is how Kafka is held back. */
    CompletionStage<Void> offer(List<Incoming> poll) {
        for (Incoming incoming : poll) {
            Partition partition = partitions.get(incoming.record().partition());
            if (partition != null && !partition.knows(incoming.record().offset())) {
                take(incoming, partition);
            }
        }
        letGo();
        CompletableFuture<Void> room = new CompletableFuture<>();
        waitingForRoom.addLast(room);
        wakeIfThereIsRoom();
        return room;
    }

    /** What may be committed beyond what Kafka acknowledged. Called again and again: it also lets go what had to wait. */
    Map<Integer, Long> committable() {
        letGo();
        return partitions.entrySet().stream()
                .filter(each -> each.getValue().isAheadOfItsCommit())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().committable()));
    }

    void committed(Map<Integer, Long> offsets) {
        offsets.forEach((number, offset) -> {
            Partition partition = partitions.get(number);
            if (partition != null) {
                partition.committed(offset);
            }
        });
        letGo();
    }

    /** Sends nothing more of these partitions; completes with what may be committed once nothing of them is in flight. */
    CompletionStage<Map<Integer, Long>> release(Set<Integer> leaving) {
        return lanes.release(leaving).thenApply(quiet -> forget(leaving));
    }

    /** @return what may be committed */
    Map<Integer, Long> forget(Set<Integer> leaving) {
        Map<Integer, Long> committable = new HashMap<>();
        for (int number : leaving) {
            Partition partition = partitions.remove(number);
            if (partition != null) {
                committable.put(number, partition.committable());
            }
        }
        wakeIfThereIsRoom();
        return committable;
    }

    int openRecords() {
        return partitions.values().stream().mapToInt(Partition::open).sum();
    }

    long openBytes() {
        return partitions.values().stream().mapToLong(Partition::openBytes).sum();
    }

    /** Full: Kafka is not asked for more. */
    boolean isHeldBack() {
        return !waitingForRoom.isEmpty();
    }

    private void take(Incoming incoming, Partition partition) {
        OriginalRecord record = incoming.record();
        int size = record.size();
        partition.received(record.offset(), size);
        Runnable finished = () -> {
            partition.finished(record.offset(), size);
            wakeIfThereIsRoom();
        };
        RecordCheck.fault(record, incoming.decoded(), partitionsOfTheTopic)
                .ifPresentOrElse(
                        fault -> deadLetters.apply(letter(record, fault)).thenRun(() -> loop.execute(finished)),
                        () -> partition.hold(
                                new Parcel(record, ((Decoded.Event) incoming.decoded()).value(), finished)));
    }

    private DeadLetter letter(OriginalRecord record, RecordCheck.Fault fault) {
        Instant now = loop.now();
        return new DeadLetter(record, fault.reason(), "", fault.problem(), List.of(), 0, now, now);
    }

    private void letGo() {
        Instant now = loop.now();
        partitions.values().forEach(partition -> partition.letGo(now));
    }

    private void wakeIfThereIsRoom() {
        while (!waitingForRoom.isEmpty()
                && openRecords() < config.windowRecords()
                && openBytes() < config.windowBytes()) {
            waitingForRoom.removeFirst().complete(null);
        }
    }
}
