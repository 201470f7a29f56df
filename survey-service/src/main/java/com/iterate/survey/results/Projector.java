package com.iterate.survey.results;

import com.iterate.contracts.Topic;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;

/**
 * Reads the topic into the database: poll, write, and only then commit. A plain loop on its own thread, for it waits on the
 * database by design, and its position must not move before the database has it.
 */
@Singleton
class Projector implements Runnable {

    private static final Logger LOG = Logger.getLogger(Projector.class);

    /** How long a poll waits for records; bounds how late the loop sees that it should stop. */
    private static final Duration POLL = Duration.ofMillis(500);

    private static final Duration COMMIT = Duration.ofSeconds(5);

    private final ResultsConfig config;
    private final Map<String, Object> kafka;
    private final Projection projection;
    private final ProjectionLag lag;
    private final CountDownLatch stop = new CountDownLatch(1);
    private Optional<Thread> thread = Optional.empty();
    private int failures;

    Projector(
            ResultsConfig config,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            Projection projection,
            ProjectionLag lag) {
        this.config = config;
        this.kafka = kafka;
        this.projection = projection;
        this.lag = lag;
    }

    void start(@Observes StartupEvent started) {
        Thread loop = new Thread(this, "results-projector");
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
            try (KafkaConsumer<byte[], byte[]> consumer =
                    new KafkaConsumer<>(settings(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
                consumer.subscribe(List.of(Topic.RESPONSES.name()));
                while (isRunning()) {
                    project(consumer, consumer.poll(POLL));
                    lag.look(consumer);
                }
            } catch (RuntimeException lost) {
                // A new consumer begins where the last commit stands, whatever went wrong with this one.
                LOG.warnf("Results stand still, the topic cannot be read: cause=%s", lost.toString());
                pause();
            }
        }
    }

    private void project(KafkaConsumer<byte[], byte[]> consumer, ConsumerRecords<byte[], byte[]> records) {
        if (records.isEmpty()) {
            return;
        }
        try {
            projection.write(records);
            failures = 0;
        } catch (SQLException away) {
            LOG.warnf(
                    "Results stand still, the database does not take them: records=%d sqlState=%s",
                    records.count(), away.getSQLState());
            // Heartbeats go on in Kafka's own thread, so a pause here costs no partition; the same records come again.
            rewind(consumer, records);
            pause();
            return;
        }
        commit(consumer);
    }

    private static void rewind(KafkaConsumer<byte[], byte[]> consumer, ConsumerRecords<byte[], byte[]> records) {
        for (TopicPartition partition : records.partitions()) {
            List<ConsumerRecord<byte[], byte[]>> read = records.records(partition);
            consumer.seek(partition, read.get(0).offset());
        }
    }

    private static void commit(KafkaConsumer<byte[], byte[]> consumer) {
        try {
            consumer.commitSync(COMMIT);
        } catch (KafkaException movedOrAway) {
            // Whoever reads these records next, or we after a restart, writes them again: that changes nothing.
            LOG.infof(
                    "Position of results not committed, will be with the next batch: cause=%s", movedOrAway.toString());
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

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.putAll(Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                config.bootstrapServers(),
                ConsumerConfig.GROUP_ID_CONFIG,
                config.group(),
                ConsumerConfig.CLIENT_ID_CONFIG,
                "survey-service-results",
                // A new partition, or a new group, begins with the first answer and not with the next one.
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                // The loop never takes part in creating topics; their partitions are decided elsewhere.
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false,
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                config.recordsPerBatch()));
        return settings;
    }
}
