package com.iterate.relay.intake;

import com.iterate.contracts.Decoded;
import com.iterate.relay.deadletters.DeadLetter;
import com.iterate.relay.deadletters.OriginalRecord;
import com.iterate.relay.gaps.Gaps;
import com.iterate.relay.lanes.Lanes;
import com.iterate.relay.lanes.Loop;
import com.iterate.relay.lanes.Parcel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Everything that was read and is not finished: never more than the window, in records and in bytes. Every method is called on
 * the lanes' loop, but for the one that says otherwise.
 */
final class Intake {

    /** A record and what its bytes turned out to be. */
    record Incoming(OriginalRecord record, Decoded decoded) {}

    private final Loop loop;
    private final IntakeConfig config;
    private final Lanes lanes;
    private final Gaps gaps;
    private final Handover handover;
    private final Faults faults;
    private final Function<Set<Integer>, CompletionStage<Void>> notes;
    private final Map<Integer, Partition> partitions = new HashMap<>();
    private final Window window;
    private int partitionsOfTheTopic = 1;
    private volatile Set<Integer> satisfied = Set.of();

    /** Nobody has dead letters, nothing is noted, and nobody was erased. */
    Intake(
            Loop loop,
            IntakeConfig config,
            Lanes lanes,
            Gaps gaps,
            Function<DeadLetter, CompletionStage<Void>> deadLetters) {
        this(
                loop,
                config,
                lanes,
                gaps,
                Handover.NONE,
                new Faults(
                        loop,
                        deadLetters,
                        (record, decoded, ending, then) -> then.run(),
                        (company, person) -> false,
                        reason -> {}),
                partitions -> CompletableFuture.completedFuture(null));
    }

    /** @param notes completes when nobody waits for a note on an answer of these partitions */
    Intake(
            Loop loop,
            IntakeConfig config,
            Lanes lanes,
            Gaps gaps,
            Handover handover,
            Faults faults,
            Function<Set<Integer>, CompletionStage<Void>> notes) {
        this.loop = loop;
        this.config = config;
        this.lanes = lanes;
        this.gaps = gaps;
        this.handover = handover;
        this.faults = faults;
        this.notes = notes;
        this.window = new Window(config.windowRecords(), config.windowBytes());
    }

    void assigned(Map<Integer, Start> starts, int ofTheTopic) {
        partitionsOfTheTopic = ofTheTopic;
        Stretch stretch = Stretch.of(config.windowRecords(), config.windowBytes(), ofTheTopic);
        List<Partition> taken = new ArrayList<>();
        starts.forEach(
                (number, start) -> taken.add(new Partition(number, start, stretch, lanes, gaps, handover, window)));
        taken.forEach(partition -> partitions.put(partition.number(), partition));
        share();
        gaps.takeOver(taken);
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
        return window.room();
    }

    /** Partitions of which more is read than may go: the next poll can leave them out. May be asked from any thread. */
    Set<Integer> satisfied() {
        return satisfied;
    }

    /** What may be committed beyond what Kafka acknowledged. Called again and again: it also lets go what had to wait. */
    Map<Integer, Long> committable() {
        letGo();
        return partitions.entrySet().stream()
                .filter(each -> each.getValue().isAheadOfItsCommit())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().committable()));
    }

    boolean wantsToCommit() {
        return partitions.values().stream().anyMatch(Partition::wantsToCommit);
    }

    /** The same, with those that have nothing new: all before these offsets is done, or in a gap. */
    Map<Integer, Long> committableOfAll() {
        return partitions.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue()
                .committable()));
    }

    /**
     * The group took something that was sent then: nobody else gets these partitions before the session is over, and requests
     * that begin until shortly before that have ended by then.
     */
    void heardOf(Instant sentAt) {
        Instant until = sentAt.plus(config.sessionTimeout()).minus(config.longestRequest());
        lanes.inTouchUntil(until);
        handover.inTouchUntil(until);
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

    /**
     * Sends nothing more of these partitions; completes with what may be committed once nothing of them is in flight, and with
     * nothing if they were given up, or became ours anew, while it waited.
     */
    CompletionStage<Map<Integer, Release>> release(Set<Integer> leaving) {
        Map<Integer, Partition> asked = owned(leaving);
        asked.values().forEach(Partition::stop);
        gaps.stop(leaving);
        return lanes.release(leaving)
                .thenCompose(quiet -> ifStill(asked, leaving, () -> notes.apply(leaving)))
                .thenCompose(noted -> ifStill(asked, leaving, () -> handover.release(leaving)))
                .thenCompose(handedOver -> ifStill(asked, leaving, () -> gaps.release(leaving)))
                .thenApply(remembered -> owned(leaving).equals(asked) ? forget(leaving) : Map.of());
    }

    /** A database that is away may hold up a release for longer than anybody waits; what the partition is by then is not its own. */
    private CompletionStage<Void> ifStill(
            Map<Integer, Partition> asked, Set<Integer> leaving, Supplier<CompletionStage<Void>> next) {
        return owned(leaving).equals(asked) ? next.get() : CompletableFuture.completedFuture(null);
    }

    private Map<Integer, Partition> owned(Set<Integer> numbers) {
        Map<Integer, Partition> owned = new HashMap<>(partitions);
        owned.keySet().retainAll(numbers);
        return owned;
    }

    /** Somebody else's already: requests in flight are not called back, and nothing is remembered any more. */
    void lost(Set<Integer> gone) {
        lanes.release(gone);
        forget(gone);
    }

    /** @return what may be committed */
    Map<Integer, Release> forget(Set<Integer> leaving) {
        // Whatever still waits for the guard will never hear of it, and must not hold up the same person's next
        // answers.
        lanes.drop(leaving);
        handover.forget(leaving);
        gaps.forget(leaving);
        Map<Integer, Release> committable = new HashMap<>();
        for (int number : leaving) {
            Partition partition = partitions.remove(number);
            if (partition != null) {
                boolean quiet = lanes.hasSettled(number) && partition.predecessorHasSettled(loop.now());
                String mark = quiet ? Release.RELEASED : Release.OWNED;
                committable.put(number, new Release(partition.committable(), mark));
                partition.leave();
            }
        }
        share();
        return committable;
    }

    /** Records read and not committed, by partition. */
    Map<Integer, Long> unfinished() {
        return partitions.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        each -> each.getValue().next() - each.getValue().committed()));
    }

    Window window() {
        return window;
    }

    private void take(Incoming incoming, Partition partition) {
        OriginalRecord record = incoming.record();
        partition.received(record);
        Optional<RecordCheck.Fault> fault = RecordCheck.fault(record, incoming.decoded(), partitionsOfTheTopic);
        if (fault.isEmpty()) {
            partition.hold(new Parcel(record, ((Decoded.Event) incoming.decoded()).value(), partition));
        } else {
            faults.take(record, incoming.decoded(), fault.get(), () -> partition.finished(record));
        }
    }

    private void share() {
        lanes.share(partitions.size(), partitionsOfTheTopic);
        handover.share(partitions.size() / (double) Math.max(1, partitionsOfTheTopic));
    }

    private void letGo() {
        Instant now = loop.now();
        partitions.values().forEach(partition -> partition.letGo(now));
        satisfied = partitions.values().stream()
                .filter(Partition::hasEnough)
                .map(Partition::number)
                .collect(Collectors.toUnmodifiableSet());
    }
}
