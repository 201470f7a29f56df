package com.iterate.relay.deadletters;

import com.iterate.contracts.Topic;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jboss.logging.Logger;

/**
 * Writes dead letters until Kafka acknowledges them. While it does not, their offsets are not done, the window fills and the
 * relay stops reading: nothing is dropped.
 */
@ApplicationScoped
public class DeadLetterTopic {

    private static final Logger LOG = Logger.getLogger(DeadLetterTopic.class);

    /** Kafka's own time-out for a write, 2 minutes, with retries inside; then we begin anew. */
    private static final int DELIVERY_TIMEOUT_MS = 120_000;

    /** A pause before the next round, so that a broker which is back is not met by everybody at once. */
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final KafkaProducer<byte[], byte[]> producer;

    /** Sending may block for metadata, which the lanes' thread must never do. Holds no more letters than the window records. */
    private final ExecutorService writer = Executors.newSingleThreadExecutor(task -> new Thread(task, "dead-letters"));

    DeadLetterTopic(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
        producer = new KafkaProducer<>(settings(kafka), new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static Map<String, Object> settings(Map<String, Object> kafka) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, "relay-dead-letters");
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_TIMEOUT_MS);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        // As much as the topic takes: twice the source's record.
        settings.put(
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                Topic.DEAD_LETTERS.config().get("max.message.bytes"));
        return settings;
    }

    /** Completes once the letter is acknowledged, however long that takes. Never fails. */
    public CompletionStage<Void> write(DeadLetter letter) {
        CompletableFuture<Void> written = new CompletableFuture<>();
        write(letter, Fit.WHOLE, written);
        return written;
    }

    private void write(DeadLetter letter, Fit fit, CompletableFuture<Void> written) {
        try {
            writer.execute(() -> send(letter, fit, written));
        } catch (RejectedExecutionException stopped) {
            LOG.debug("Stopped before a dead letter was written; its offset is not done and it will be read again");
        }
    }

    private void send(DeadLetter letter, Fit fit, CompletableFuture<Void> written) {
        ProducerRecord<byte[], byte[]> record = fit.record(letter);
        try {
            producer.send(record, (metadata, failure) -> {
                if (failure == null) {
                    written.complete(null);
                } else {
                    sendAgain(letter, fit, written, failure);
                }
            });
        } catch (RuntimeException failure) {
            sendAgain(letter, fit, written, failure);
        }
    }

    private void sendAgain(DeadLetter letter, Fit fit, CompletableFuture<Void> written, Throwable failure) {
        if (failure instanceof RecordTooLargeException && fit != Fit.REFERENCE) {
            write(letter, fit.smaller(), written);
            return;
        }
        OriginalRecord original = letter.original();
        LOG.errorf(
                "A dead letter could not be written and is tried again: partition=%d offset=%d reason=%s (%s)",
                original.partition(),
                original.offset(),
                letter.reason(),
                failure.getClass().getSimpleName());
        long pause = PAUSE.toMillis() + ThreadLocalRandom.current().nextLong(PAUSE.toMillis());
        CompletableFuture.delayedExecutor(pause, TimeUnit.MILLISECONDS).execute(() -> write(letter, fit, written));
    }

    @PreDestroy
    void close() {
        writer.shutdownNow();
        producer.close(Duration.ofSeconds(5));
    }
}
