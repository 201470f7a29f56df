package com.iterate.survey.publishing;

import com.iterate.contracts.CloudEventHeaders;
import com.iterate.contracts.ResponseEncoder;
import com.iterate.contracts.Topic;
import com.iterate.survey.publishing.PublishOutcome.NotAcknowledged;
import com.iterate.survey.publishing.PublishOutcome.Published;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Tracer;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jboss.logging.Logger;

/**
 * Kafka is the one door: an answer is acknowledged by it or not accepted. A raw producer and not a messaging channel, whose own
 * retries would reorder behind the producer's back and whose buffer overflows with an exception.
 */
@Singleton
public class ResponsePublisher {

    private static final Logger LOG = Logger.getLogger(ResponsePublisher.class);

    private static final String SOURCE = "/survey-service";

    private final PublishingConfig config;
    private final MeterRegistry metrics;
    private final Tracer tracer;
    private final Semaphore waiting;
    private final Supplier<Producer<String, byte[]>> newProducer;
    private Optional<Producer<String, byte[]>> producer = Optional.empty();
    private boolean closed;

    @Inject
    ResponsePublisher(
            PublishingConfig config,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            MeterRegistry metrics,
            OpenTelemetry telemetry) {
        this(
                config,
                metrics,
                telemetry.getTracer("com.iterate.survey"),
                () -> new KafkaProducer<>(
                        ProducerSettings.of(config, kafka), new StringSerializer(), new ByteArraySerializer()));
    }

    ResponsePublisher(
            PublishingConfig config,
            MeterRegistry metrics,
            Tracer tracer,
            Supplier<Producer<String, byte[]>> newProducer) {
        this.config = config;
        this.metrics = metrics;
        this.tracer = tracer;
        this.waiting = new Semaphore(config.maxWaiting());
        this.newProducer = newProducer;
    }

    /** Blocks until Kafka has all of them, or for about two seconds: call it on a worker thread, never on an event loop. */
    public PublishOutcome publish(List<OutgoingEvent> events) {
        if (!waiting.tryAcquire()) {
            return counted(new NotAcknowledged("more than " + config.maxWaiting() + " calls are waiting for Kafka"));
        }
        FollowedPublishing followed = FollowedPublishing.begin(tracer, events);
        try {
            PublishOutcome outcome = sendAll(events, followed.header());
            followed.ended(outcome);
            return counted(outcome);
        } finally {
            waiting.release();
        }
    }

    private PublishOutcome sendAll(List<OutgoingEvent> events, Optional<byte[]> traceparent) {
        List<Future<RecordMetadata>> sent = new ArrayList<>(events.size());
        try {
            for (OutgoingEvent event : events) {
                Future<RecordMetadata> future = producer().send(record(event, traceparent));
                sent.add(future);
                if (future.isDone()) {
                    // Either acknowledged already, or refused after max.block: then each further one would block as
                    // long.
                    future.get();
                }
            }
            return await(sent);
        } catch (InterruptedException shuttingDown) {
            Thread.currentThread().interrupt();
            return new NotAcknowledged("the service is shutting down");
        } catch (ExecutionException | TimeoutException | KafkaException notTaken) {
            Throwable cause = notTaken.getCause() == null ? notTaken : notTaken.getCause();
            LOG.warnf("Answer not acknowledged by Kafka: events=%d cause=%s", events.size(), cause);
            return new NotAcknowledged(cause.getClass().getSimpleName());
        }
    }

    private PublishOutcome await(List<Future<RecordMetadata>> sent)
            throws InterruptedException, ExecutionException, TimeoutException {
        // Kafka's own timeout ends the wait; a second more is for a client that does not keep its word.
        Duration longest = config.deliveryTimeout().plusSeconds(1);
        Published last = new Published(-1, -1);
        for (Future<RecordMetadata> future : sent) {
            RecordMetadata acknowledged = future.get(longest.toMillis(), TimeUnit.MILLISECONDS);
            last = new Published(acknowledged.partition(), acknowledged.offset());
        }
        return last;
    }

    private static ProducerRecord<String, byte[]> record(OutgoingEvent outgoing, Optional<byte[]> traceparent) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(
                Topic.RESPONSES.name(), outgoing.event().key(), ResponseEncoder.encode(outgoing.event()));
        CloudEventHeaders.of(outgoing.id(), SOURCE, outgoing.event())
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        traceparent.ifPresent(value -> record.headers().add(FollowedPublishing.HEADER, value));
        return record;
    }

    /** Made at the first answer: while no broker's name resolves, a producer cannot be made, and the pages should work all the same. */
    private synchronized Producer<String, byte[]> producer() {
        if (closed) {
            throw new KafkaException("closed");
        }
        Producer<String, byte[]> open = producer.orElseGet(newProducer);
        producer = Optional.of(open);
        return open;
    }

    private PublishOutcome counted(PublishOutcome outcome) {
        String name = outcome instanceof Published ? "published" : "not_acknowledged";
        metrics.counter("survey.answers.published", "outcome", name).increment();
        return outcome;
    }

    /** Flushes what is on its way. */
    synchronized void close(@Observes ShutdownEvent shutdown) {
        closed = true;
        producer.ifPresent(open -> open.close(config.closeTimeout()));
    }
}
