package com.iterate.relay.credentials;

import com.iterate.contracts.SettingsChanged;
import com.iterate.contracts.SettingsCodec;
import com.iterate.contracts.Topic;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Reads the announcements of changed settings: each relay all of them, from now on, without a group, since each has a cache
 * of its own. What is missed while Kafka is away is found by the cache's regular refresh.
 */
final class Announcements implements Runnable, AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Announcements.class);

    /** How long a stop may wait for this thread. */
    private static final Duration POLL = Duration.ofSeconds(1);

    private static final long FIRST_RETRY_MILLIS = 500;
    private static final long LONGEST_RETRY_MILLIS = 30_000;

    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final java.util.function.Consumer<SettingsChanged> listener;
    private final CountDownLatch closed = new CountDownLatch(1);
    private int failures;

    Announcements(Supplier<Consumer<byte[], byte[]>> consumers, java.util.function.Consumer<SettingsChanged> listener) {
        this.consumers = consumers;
        this.listener = listener;
    }

    void start() {
        Thread thread = new Thread(this, "settings-announcements");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void run() {
        long pause = 0;
        while (!isClosedWithin(pause)) {
            try (Consumer<byte[], byte[]> consumer = consumers.get()) {
                read(consumer);
            } catch (RuntimeException trouble) {
                pause = nextPause();
                LOG.warnf(
                        "Announcements of changed settings cannot be read (%s): until that works again, a change takes up"
                                + " to a minute. Trying again in %d ms.",
                        trouble.getClass().getSimpleName(), pause);
                LOG.debug("Why announcements cannot be read", trouble);
            }
        }
    }

    private void read(Consumer<byte[], byte[]> consumer) {
        List<TopicPartition> partitions = consumer.partitionsFor(Topic.SETTINGS.name()).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new IllegalStateException("the topic " + Topic.SETTINGS.name() + " does not exist");
        }
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        while (!isClosedWithin(0)) {
            for (ConsumerRecord<byte[], byte[]> announcement : consumer.poll(POLL)) {
                if (announcement.value() != null) {
                    SettingsCodec.decode(announcement.value()).ifPresent(listener);
                }
            }
            failures = 0;
        }
    }

    /** Half to all of a time that doubles with each failure. */
    private long nextPause() {
        long most = Math.min(LONGEST_RETRY_MILLIS, FIRST_RETRY_MILLIS << Math.min(failures++, 10));
        return ThreadLocalRandom.current().nextLong(most / 2, most + 1);
    }

    private boolean isClosedWithin(long millis) {
        try {
            return closed.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
