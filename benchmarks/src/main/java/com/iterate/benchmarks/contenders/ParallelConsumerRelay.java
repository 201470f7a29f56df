package com.iterate.benchmarks.contenders;

import com.iterate.contracts.ResponseSubmitted;
import com.iterate.contracts.Topic;
import io.confluent.parallelconsumer.ParallelConsumerOptions;
import io.confluent.parallelconsumer.PollContext;
import io.confluent.parallelconsumer.vertx.VertxParallelEoSStreamProcessor;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import io.vertx.ext.web.client.WebClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/**
 * Confluent's Parallel Consumer with its Vert.x client. It batches across keys and so across companies; a Braze request is one
 * company's, so a batch becomes a request for each company in it, and is tried again as a whole.
 */
final class ParallelConsumerRelay {

    /** 75 objects for each of 100 companies. Measured: batches of 75 hold 1.4 of a company and deliver less than half as much. */
    private static final int BATCH = 7_500;

    /** Batches at a time. Measured beside 2 and 8, which were not faster. */
    private static final int CONCURRENCY = 4;

    private static final int CONNECTIONS = 128;

    /** Braze takes 75 in a request. */
    private static final int OBJECTS = 75;

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final Environment environment;
    private final WebClient braze;

    private ParallelConsumerRelay(Environment environment, WebClient braze) {
        this.environment = environment;
        this.braze = braze;
    }

    public static void main(String[] arguments) {
        Logger.getLogger("").setLevel(Level.WARNING);
        Environment environment = Environment.here();
        Vertx vertx = Vertx.vertx();
        WebClient braze = WebClient.wrap(
                vertx.createHttpClient(new HttpClientOptions(), new PoolOptions().setHttp1MaxSize(CONNECTIONS)));
        var options = ParallelConsumerOptions.<String, byte[]>builder()
                .consumer(new KafkaConsumer<>(environment.consumer()))
                .ordering(ParallelConsumerOptions.ProcessingOrder.KEY)
                .commitMode(ParallelConsumerOptions.CommitMode.PERIODIC_CONSUMER_ASYNCHRONOUS)
                .batchSize(BATCH)
                .maxConcurrency(CONCURRENCY)
                .build();
        var processor = new VertxParallelEoSStreamProcessor<String, byte[]>(vertx, braze, options);
        Runtime.getRuntime().addShutdownHook(new Thread(processor::closeDontDrainFirst));
        processor.subscribe(List.of(Topic.RESPONSES.name()));
        ParallelConsumerRelay relay = new ParallelConsumerRelay(environment, braze);
        processor.batchVertxFuture(relay::send);
    }

    private Future<?> send(PollContext<String, byte[]> batch) {
        Map<String, List<ResponseSubmitted>> companies = new HashMap<>();
        batch.stream().map(record -> TrackBody.decode(record.value())).forEach(event -> companies
                .computeIfAbsent(event.companyId(), company -> new ArrayList<>())
                .add(event));
        List<Future<Void>> requests = new ArrayList<>();
        companies.forEach((company, events) -> {
            for (int from = 0; from < events.size(); from += OBJECTS) {
                requests.add(send(company, events.subList(from, Math.min(events.size(), from + OBJECTS))));
            }
        });
        return Future.all(requests);
    }

    /** Fails unless Braze accepts: the library then tries the whole batch again. */
    private Future<Void> send(String company, List<ResponseSubmitted> events) {
        return braze.postAbs(environment.braze().resolve("/users/track").toString())
                .timeout(TIMEOUT.toMillis())
                .putHeader("Authorization", Environment.authorization(company))
                .putHeader("Content-Type", "application/json")
                .sendBuffer(Buffer.buffer(TrackBody.of(events)))
                .compose(response -> response.statusCode() == 201
                        ? Future.succeededFuture()
                        : Future.failedFuture("HTTP " + response.statusCode()));
    }
}
