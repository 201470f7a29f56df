package com.iterate.relay.intake;

import com.iterate.contracts.ResponseDecoder;
import com.iterate.contracts.Topic;
import com.iterate.relay.lanes.Backoff;
import com.iterate.relay.lanes.LanesConfig;
import com.iterate.relay.lanes.Loop;
import com.iterate.webkit.FailureKind;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * The one thread that reads responses: it polls and decodes while the intake has room, and between two polls runs what others ask of
 * Kafka's client, which is not made for two threads. A client that fails is closed, and its partitions are let go; after a pause
 * there is a new one.
 */
@Singleton
class Polling implements Runnable {

    private static final Logger LOG = Logger.getLogger(Polling.class);

    /** What others ask waits as long as a poll that finds nothing, commits among it. */
    private static final Duration POLL = Duration.ofMillis(20);

    /** While a partition rests: the next commit, some milliseconds away, may let it go on. */
    private static final Duration SHORT_POLL = Duration.ofMillis(5);

    /** Long enough for a broker that restarts to close its doors, short beside the second in which an answer should arrive. */
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

    /** A broker that refuses us is asked twice a minute; a client that lasted longer had failed by chance. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    /** For the last commit and for leaving the group, after what was in flight has ended. */
    private static final Duration LEAVING = Duration.ofSeconds(5);

    private final Loop loop;
    private final Intake intake;
    private final Supplier<Consumer<byte[], byte[]>> clients;
    private final MeterRegistry registry;
    private final Duration drain;
    private final Duration settle;
    private final Backoff backoff = new Backoff(FIRST_PAUSE, LONGEST_PAUSE, new SecureRandom());
    private final Errands errands = new Errands();
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread = new Thread(this, "responses-poll");
    private volatile Instant polledAt;
    private volatile Optional<Consumer<byte[], byte[]>> reading = Optional.empty();

    // Only on the thread.
    private final ReadAhead readAhead = new ReadAhead();
    private int failures;

    @Inject
    Polling(
            Loop loop,
            Intake intake,
            IntakeConfig config,
            LanesConfig lanes,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            MeterRegistry registry) {
        this(loop, intake, config, lanes, () -> ResponsesConsumer.of(kafka, config), registry);
    }

    Polling(
            Loop loop,
            Intake intake,
            IntakeConfig config,
            LanesConfig lanes,
            Supplier<Consumer<byte[], byte[]>> clients,
            MeterRegistry registry) {
        this.loop = loop;
        this.intake = intake;
        this.clients = clients;
        this.registry = registry;
        this.drain = config.drain();
        this.settle = lanes.settle();
        this.polledAt = loop.now();
    }

    void begin(@Observes StartupEvent started) {
        thread.start();
    }

    /** First of all at a stop, while the connections to Braze and to Kafka still live. */
    void end(@Observes @Priority(1) ShutdownEvent stopping) throws InterruptedException {
        stop.countDown();
        thread.join(drain.plus(LEAVING).toMillis());
        if (thread.isAlive()) {
            LOG.warn("Stopped before the last commit; what it would have said is sent again");
        }
    }

    /** Completes when a client was asked, on the polling thread; fails with what it threw, or if it was closed first. */
    CompletionStage<Void> ask(Errands.Errand errand) {
        return isRunning()
                ? errands.add(errand)
                : CompletableFuture.failedFuture(new RejectedExecutionException("The relay stops"));
    }

    boolean isRunning() {
        return stop.getCount() > 0;
    }

    /** When Kafka's client last came back from a poll, whatever it found. */
    Instant polledAt() {
        return polledAt;
    }

    /** Whether a broker was found. */
    boolean isConnected() {
        return reading.stream()
                .flatMap(client -> client.metrics().entrySet().stream())
                .filter(each -> each.getKey().name().equals("connection-count"))
                .anyMatch(each -> ((Number) each.getValue().metricValue()).doubleValue() > 0);
    }

    @Override
    public void run() {
        while (isRunning()) {
            Instant since = loop.now();
            try (Consumer<byte[], byte[]> client = clients.get();
                    KafkaClientMetrics metrics = new KafkaClientMetrics(client)) {
                metrics.bindTo(registry);
                read(client);
            } catch (RuntimeException failed) {
                boolean byChance = since.plus(LONGEST_PAUSE).isBefore(loop.now());
                failures = byChance ? 1 : failures + 1;
                LOG.errorf("Responses are not read, trying again soon: cause=%s", cause(failed));
                pause();
            }
        }
        errands.refuse();
    }

    private void read(Consumer<byte[], byte[]> client) {
        Ownership ownership = new Ownership(client, loop, intake, errands, drain, settle);
        client.subscribe(List.of(Topic.RESPONSES.name()), ownership);
        reading = Optional.of(client);
        try {
            while (isRunning()) {
                errands.run(client);
                poll(client);
                polledAt = loop.now();
            }
        } finally {
            reading = Optional.empty();
            readAhead.forget();
            ownership.leave();
            errands.refuse();
        }
    }

    /** Of partitions that rest nothing is read, but the group sees that we live, and what it decides is done. */
    private void poll(Consumer<byte[], byte[]> client) {
        boolean room = readAhead.hasRoom(POLL);
        Set<TopicPartition> resting = room ? satisfied(client.assignment()) : client.assignment();
        client.resume(client.paused());
        client.pause(resting);
        Duration patience = resting.isEmpty() ? POLL : SHORT_POLL;
        handOn(client.poll(room ? patience : Duration.ZERO));
    }

    private Set<TopicPartition> satisfied(Set<TopicPartition> assigned) {
        Set<Integer> satisfied = intake.satisfied();
        return assigned.stream()
                .filter(each -> satisfied.contains(each.partition()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private void handOn(ConsumerRecords<byte[], byte[]> poll) {
        if (!poll.isEmpty()) {
            List<Intake.Incoming> records = new ArrayList<>(poll.count());
            for (ConsumerRecord<byte[], byte[]> each : poll) {
                records.add(new Intake.Incoming(
                        OriginalRecords.of(each, each.value()), ResponseDecoder.decode(each.value())));
            }
            readAhead.add(CompletableFuture.completedFuture(records).thenComposeAsync(intake::offer, loop::execute));
        }
    }

    /** Kafka's own words, and of others' faults only the place: their words may quote an answer. */
    private static String cause(RuntimeException failed) {
        Throwable cause = Optional.ofNullable(failed.getCause())
                .filter(inner -> failed instanceof CompletionException)
                .orElse(failed);
        String place = Stream.of(cause.getStackTrace())
                .findFirst()
                .map(StackTraceElement::toString)
                .orElse("an unknown place");
        return cause instanceof KafkaException ? cause.toString() : FailureKind.of(cause) + " at " + place;
    }

    private void pause() {
        try {
            if (stop.await(backoff.after(failures).toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("Stopping while waiting");
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            stop.countDown();
        }
    }
}
