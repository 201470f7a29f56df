package com.iterate.relay.intake;

import com.iterate.contracts.Topic;
import com.iterate.relay.gaps.Scan;
import com.iterate.relay.gaps.Scanned;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One consumer on a thread of its own; passes stand in line, at most one a partition. */
final class LogScanner {

    private static final Logger LOG = Logger.getLogger(LogScanner.class);

    /** An answer from a broker that has nothing new. */
    private static final Duration POLL = Duration.ofMillis(50);

    /** For questions about the log itself. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Duration timeSlice;
    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> new Thread(task, "gap-reader"));

    // Only on the thread.
    private Optional<Consumer<byte[], byte[]>> consumer = Optional.empty();
    private int partitionsOfTheTopic;

    LogScanner(Duration timeSlice, Supplier<Consumer<byte[], byte[]>> consumers) {
        this.timeSlice = timeSlice;
        this.consumers = consumers;
    }

    CompletionStage<Scanned> scan(Scan scan) {
        CompletableFuture<Scanned> scanned = new CompletableFuture<>();
        try {
            thread.execute(() -> {
                try {
                    scanned.complete(read(scan));
                } catch (RuntimeException broken) {
                    // A consumer that failed once is not trusted again.
                    closeConsumer();
                    scanned.completeExceptionally(broken);
                }
            });
        } catch (RejectedExecutionException stopped) {
            scanned.completeExceptionally(stopped);
        }
        return scanned;
    }

    private Scanned read(Scan scan) {
        Consumer<byte[], byte[]> log = consumer();
        TopicPartition partition = new TopicPartition(Topic.RESPONSES.name(), scan.partition());
        seek(log, partition, scan.from());
        try {
            return read(scan, log, partition, 0);
        } catch (OffsetOutOfRangeException gone) {
            long logStart = log.beginningOffsets(List.of(partition), PATIENCE).getOrDefault(partition, 0L);
            log.seek(partition, logStart);
            return read(scan, log, partition, logStart);
        }
    }

    private Scanned read(Scan scan, Consumer<byte[], byte[]> log, TopicPartition partition, long logStart) {
        Map<String, Picking> pickings = new HashMap<>();
        scan.wants().forEach((company, want) -> pickings.put(company, new Picking(want, partitionsOfTheTopic)));
        Set<Picking> unsatisfied = new HashSet<>(pickings.values());
        long deadline = System.nanoTime() + timeSlice.toNanos();
        long next = Math.max(scan.from(), logStart);
        while (!unsatisfied.isEmpty() && System.nanoTime() < deadline) {
            for (ConsumerRecord<byte[], byte[]> record : log.poll(POLL).records(partition)) {
                next = record.offset() + 1;
                Picking picking = pickings.get(companyOf(record.key()));
                if (picking != null) {
                    picking.offer(record);
                }
                unsatisfied.removeIf(each -> each.isSatisfiedBefore(record.offset() + 1));
                if (unsatisfied.isEmpty()) {
                    break;
                }
            }
            if (!unsatisfied.isEmpty()) {
                // Also beyond what the log leaves out at its end.
                next = Math.max(next, log.position(partition));
                long read = next;
                unsatisfied.removeIf(each -> each.isSatisfiedBefore(read));
            }
        }
        log.seek(partition, next);
        Map<String, Scanned.Found> found = new HashMap<>();
        long readTo = next;
        pickings.forEach((company, picking) -> found.put(company, picking.found(readTo)));
        return new Scanned(logStart, found);
    }

    /** Stays where it is if the last pass ended there: what was fetched ahead is not thrown away. */
    private static void seek(Consumer<byte[], byte[]> log, TopicPartition partition, long offset) {
        if (!log.assignment().equals(Set.of(partition))) {
            log.assign(List.of(partition));
            log.seek(partition, offset);
        } else if (log.position(partition) != offset) {
            log.seek(partition, offset);
        }
    }

    private Consumer<byte[], byte[]> consumer() {
        if (consumer.isEmpty()) {
            consumer = Optional.of(consumers.get());
            partitionsOfTheTopic = consumer.get()
                    .partitionsFor(Topic.RESPONSES.name(), PATIENCE)
                    .size();
        }
        return consumer.get();
    }

    /** Empty for a key that is not one of ours; the live reader dead-letters such a record. */
    private static String companyOf(byte @Nullable [] key) {
        if (key != null) {
            for (int i = 0; i < key.length; i++) {
                if (key[i] == '|') {
                    return new String(key, 0, i, StandardCharsets.UTF_8);
                }
            }
        }
        return "";
    }

    private void closeConsumer() {
        try {
            consumer.ifPresent(open -> open.close(CloseOptions.timeout(PATIENCE)));
        } catch (KafkaException alreadyBroken) {
            LOG.debugf("A consumer could not be closed: %s", alreadyBroken.getMessage());
        }
        consumer = Optional.empty();
    }

    void close() {
        thread.execute(this::closeConsumer);
        thread.shutdown();
    }
}
