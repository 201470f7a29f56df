package com.iterate.relay.projection;

import com.iterate.contracts.Topic;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;

/**
 * Reads the topic of dead letters on a thread of its own. Kafka says which partitions are ours, the database how far they are
 * read: a rebuild sets that to the beginning, and every relay finds it there with its next batch, or within a second.
 */
@Singleton
class Projector implements Runnable {

    private static final Logger LOG = Logger.getLogger(Projector.class);

    /** How long a poll waits for letters; bounds how late the loop sees that it should stop, or begin anew. */
    private static final Duration POLL = Duration.ofSeconds(1);

    private static final Duration COMMIT = Duration.ofSeconds(5);

    private final ProjectionConfig config;
    private final Map<String, Object> kafka;
    private final Projection projection;
    private final CleanUp cleanUp;
    private final ProjectionLag lag;
    private final CountDownLatch stop = new CountDownLatch(1);
    private Optional<Thread> thread = Optional.empty();

    // Only on the thread.
    private Map<Integer, Long> positions = Map.of();
    private Instant nextCleanUp = Instant.EPOCH;
    private int failures;

    Projector(
            ProjectionConfig config,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            Projection projection,
            CleanUp cleanUp,
            ProjectionLag lag) {
        this.config = config;
        this.kafka = kafka;
        this.projection = projection;
        this.cleanUp = cleanUp;
        this.lag = lag;
    }

    void start(@Observes StartupEvent started) {
        Thread loop = new Thread(this, "letters-projector");
        loop.start();
        thread = Optional.of(loop);
    }

    void stop(@Observes ShutdownEvent shutdown) throws InterruptedException {
        stop.countDown();
        if (thread.isPresent()) {
            thread.get().join(config.stopTimeout().toMillis());
        }
    }

    @Override
    public void run() {
        while (isRunning()) {
            positions = Map.of();
            try (KafkaConsumer<byte[], byte[]> consumer =
                    new KafkaConsumer<>(settings(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
                consumer.subscribe(List.of(Topic.DEAD_LETTERS.name()), new Rebalance());
                while (isRunning()) {
                    step(consumer);
                }
            } catch (RuntimeException lost) {
                LOG.warnf("The view of dead letters stands still, the topic cannot be read: cause=%s", lost.toString());
                pause();
            }
        }
    }

    /** Kafka then begins where its own commits are, which a rebuild does not move. */
    private final class Rebalance implements ConsumerRebalanceListener {

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
            positions = Map.of();
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
            positions = Map.of();
        }
    }

    private void step(KafkaConsumer<byte[], byte[]> consumer) {
        ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
        try {
            Set<Integer> ours = partitions(consumer.assignment());
            if (!positions.keySet().equals(ours)) {
                // What was just read comes again, from where the database says.
                place(consumer, projection.positions(ours));
            } else if (!records.isEmpty()) {
                project(consumer, records);
            } else if (!ours.isEmpty()) {
                lookAgain(consumer, ours);
            }
            cleanUp();
            failures = 0;
        } catch (SQLException away) {
            LOG.warnf("The view of dead letters stands still, the database is away: sqlState=%s", away.getSQLState());
            positions = Map.of();
            // Heartbeats go on in Kafka's own thread, so a pause here costs no partition.
            pause();
        }
        lag.show(consumer);
    }

    /** There may be a rebuild that no letter tells of. */
    private void lookAgain(KafkaConsumer<byte[], byte[]> consumer, Set<Integer> ours) throws SQLException {
        Map<Integer, Long> now = projection.positions(ours);
        if (!now.equals(positions)) {
            place(consumer, now);
        }
    }

    /** A little at a time: letters are not to wait for it. */
    private void cleanUp() throws SQLException {
        Instant now = Instant.now();
        if (now.isAfter(nextCleanUp) && cleanUp.some(now) == 0) {
            nextCleanUp = now.plus(config.cleanUp());
        }
    }

    private void project(KafkaConsumer<byte[], byte[]> consumer, ConsumerRecords<byte[], byte[]> records)
            throws SQLException {
        List<Projected> letters = new ArrayList<>(records.count());
        Map<Integer, Long> next = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            letters.add(LetterReading.read(record));
            next.put(record.partition(), record.offset() + 1);
        }
        if (projection.write(letters, positions, next)) {
            Map<Integer, Long> moved = new HashMap<>(positions);
            moved.putAll(next);
            positions = moved;
            commit(consumer);
        } else {
            LOG.info("The view of dead letters is read anew from where the database says");
            positions = Map.of();
        }
    }

    private void place(KafkaConsumer<byte[], byte[]> consumer, Map<Integer, Long> found) {
        // Zero may be before what Kafka still has: it then begins with the first that there is.
        found.forEach((partition, next) -> consumer.seek(at(partition), next));
        positions = found;
    }

    /** For those who watch the group's lag; nothing is read from there. */
    private static void commit(KafkaConsumer<byte[], byte[]> consumer) {
        try {
            consumer.commitSync(COMMIT);
        } catch (KafkaException movedOrAway) {
            LOG.debugf("Position of the view not committed: cause=%s", movedOrAway.toString());
        }
    }

    private void pause() {
        long longest =
                Math.min(config.longestPause().toMillis(), config.firstPause().toMillis() << Math.min(failures, 10));
        failures++;
        long millis = ThreadLocalRandom.current().nextLong(longest / 2, longest + 1);
        try {
            if (stop.await(millis, TimeUnit.MILLISECONDS)) {
                LOG.debug("Stopping while waiting");
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            stop.countDown();
        }
    }

    private boolean isRunning() {
        return stop.getCount() > 0;
    }

    private static TopicPartition at(int partition) {
        return new TopicPartition(Topic.DEAD_LETTERS.name(), partition);
    }

    private static Set<Integer> partitions(Set<TopicPartition> assignment) {
        Set<Integer> numbers = new HashSet<>();
        assignment.forEach(each -> numbers.add(each.partition()));
        return numbers;
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.putAll(Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                config.bootstrapServers(),
                ConsumerConfig.GROUP_ID_CONFIG,
                config.group(),
                ConsumerConfig.CLIENT_ID_CONFIG,
                "relay-service-dead-letters",
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                // Its partitions are decided elsewhere.
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false,
                ConsumerConfig.FETCH_MAX_BYTES_CONFIG,
                config.bytesPerFetch(),
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                config.lettersPerBatch()));
        return settings;
    }
}
