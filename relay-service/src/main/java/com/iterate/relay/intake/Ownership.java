package com.iterate.relay.intake;

import com.iterate.relay.lanes.Loop;
import com.iterate.webkit.FailureKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.RetriableException;
import org.jboss.logging.Logger;

/**
 * Which partitions are this relay's. Leaving means: send nothing more, wait for what is in flight, commit. Called on Kafka's
 * polling thread, which may block for as long as a rebalance allows.
 */
final class Ownership implements ConsumerRebalanceListener {

    private static final Logger LOG = Logger.getLogger(Ownership.class);

    private final Consumer<?, ?> consumer;
    private final Loop loop;
    private final Intake intake;
    private final Errands errands;
    private final Duration drain;
    private final Duration settle;
    private final Set<TopicPartition> owned = new HashSet<>();

    Ownership(Consumer<?, ?> consumer, Loop loop, Intake intake, Errands errands, Duration drain, Duration settle) {
        this.consumer = consumer;
        this.loop = loop;
        this.intake = intake;
        this.errands = errands;
        this.drain = drain;
        this.settle = settle;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
        if (assigned.isEmpty()) {
            return;
        }
        owned.addAll(assigned);
        Map<TopicPartition, OffsetAndMetadata> commits = consumer.committed(new HashSet<>(assigned));
        Map<TopicPartition, Long> ends = consumer.endOffsets(assigned);
        Instant settled = loop.now().plus(settle);
        Map<Integer, Start> starts = new HashMap<>();
        for (TopicPartition each : assigned) {
            OffsetAndMetadata commit = commits.get(each);
            boolean nobodyBefore = commit == null || Release.RELEASED.equals(commit.metadata());
            long from = consumer.position(each);
            // Without a commit nothing was ever sent: the first owner leaves one, below, before it sends anything.
            long end = commit == null ? from : ends.getOrDefault(each, from);
            starts.put(each.partition(), new Start(from, end, nobodyBefore ? Instant.EPOCH : settled));
        }
        takeOver(starts, assigned);
        int ofTheTopic =
                consumer.partitionsFor(assigned.iterator().next().topic()).size();
        LOG.infof("Partitions assigned: %s", starts.keySet());
        loop.execute(() -> intake.assigned(starts, ofTheTopic));
    }

    /** From here on requests may be in flight, and whoever comes next has to know it: the mark of a clean release goes. */
    private void takeOver(Map<Integer, Start> starts, Collection<TopicPartition> assigned) {
        Map<TopicPartition, OffsetAndMetadata> marks = new HashMap<>();
        for (TopicPartition each : assigned) {
            Start start = starts.get(each.partition());
            if (start != null) {
                marks.put(each, new OffsetAndMetadata(start.committed(), Release.OWNED));
            }
        }
        Instant sentAt = loop.now();
        try {
            consumer.commitSync(marks, drain);
            loop.execute(() -> intake.heardOf(sentAt));
        } catch (RetriableException | CommitFailedException | RebalanceInProgressException rebalancing) {
            // The partitions are about to move again; what is sent until then is bounded by the stretch as ever.
            LOG.warnf("Taking over partitions was not recorded: %s", rebalancing.getMessage());
        }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
        Map<Integer, TopicPartition> leaving = new HashMap<>();
        revoked.stream().filter(owned::remove).forEach(each -> leaving.put(each.partition(), each));
        if (leaving.isEmpty()) {
            return;
        }
        Map<TopicPartition, OffsetAndMetadata> last = new HashMap<>();
        Map<Integer, Release> released = release(leaving.keySet());
        errands.refuse();
        released.forEach((number, release) -> Optional.ofNullable(leaving.get(number))
                .ifPresent(each -> last.put(each, new OffsetAndMetadata(release.offset(), release.mark()))));
        if (!last.isEmpty()) {
            sayHowFar(last);
        }
        LOG.infof("Partitions released: %s", leaving.keySet());
    }

    /** Everything that is left. By itself a closing client calls it lost while the group is rebalancing. */
    void leave() {
        onPartitionsRevoked(Set.copyOf(owned));
    }

    private void sayHowFar(Map<TopicPartition, OffsetAndMetadata> last) {
        try {
            consumer.commitSync(last, drain);
        } catch (KafkaException refused) {
            // The commit before stands: the next owner waits, and sends a little again.
            LOG.warnf("The last commit was not taken: %s", refused.getMessage());
        }
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> lost) {
        owned.removeAll(lost);
        Set<Integer> numbers = new HashSet<>();
        lost.forEach(each -> numbers.add(each.partition()));
        LOG.warnf("Partitions lost, their answers are somebody else's now: %s", numbers);
        await(() -> intake.lost(numbers));
        errands.refuse();
    }

    /**
     * Until the loop knows. What it asked before is refused then: a partition that comes back at once may have got further elsewhere,
     * and a commit from before would take it back.
     */
    private void await(Runnable change) {
        try {
            CompletableFuture.runAsync(change, loop::execute).get(drain.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            LOG.errorf("The loop was busy for %s and does not know yet that partitions are gone", drain);
        } catch (ExecutionException failed) {
            LOG.errorf(
                    "Partitions were not let go: %s",
                    FailureKind.of(Optional.ofNullable(failed.getCause()).orElse(failed)));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** Empty if requests were still in flight when the time was up: the last commit stands, and the next owner waits. */
    private Map<Integer, Release> release(Set<Integer> partitions) {
        CompletableFuture<Map<Integer, Release>> released = new CompletableFuture<>();
        loop.execute(() -> intake.release(partitions).thenAccept(released::complete));
        try {
            return released.get(drain.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException late) {
            LOG.warnf("Requests were still in flight after %s; their answers will be sent again", drain);
            await(() -> intake.forget(partitions));
            return Map.of();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            loop.execute(() -> intake.forget(partitions));
            return Map.of();
        }
    }
}
