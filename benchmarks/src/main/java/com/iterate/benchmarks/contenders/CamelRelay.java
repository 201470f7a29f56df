package com.iterate.benchmarks.contenders;

import com.iterate.contracts.ResponseSubmitted;
import com.iterate.contracts.Topic;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;
import org.apache.camel.processor.aggregate.GroupedBodyAggregationStrategy;
import org.apache.camel.util.concurrent.ThreadPoolRejectedPolicy;

/**
 * Apache Camel's way: from Kafka, aggregated by company until there are 75 or 50 ms have passed, to HTTP. Offsets are committed
 * when an answer enters the aggregate, before it is delivered: what the aggregate holds is lost in a crash.
 */
final class CamelRelay extends RouteBuilder {

    private static final String COMPANY = "company";

    /** One for each partition. */
    private static final int CONSUMERS = 4;

    /** As many as our relay's connections. A full pool makes the consumer send, which is the only back-pressure there is. */
    private static final int THREADS = 128;

    private final Environment environment;

    private CamelRelay(Environment environment) {
        this.environment = environment;
    }

    public static void main(String[] arguments) throws Exception {
        Logger.getLogger("").setLevel(Level.WARNING);
        Main main = new Main();
        main.configure().addRoutesBuilder(new CamelRelay(Environment.here()));
        main.run();
    }

    @Override
    public void configure() {
        // Nothing is given up: 1 s, 2 s, 4 s, up to a minute between two tries, like our relay.
        onException(Exception.class)
                .maximumRedeliveries(-1)
                .redeliveryDelay(1_000)
                .useExponentialBackOff()
                .maximumRedeliveryDelay(60_000);

        from("kafka:" + Topic.RESPONSES.name() + "?brokers=" + environment.bootstrapServers() + "&groupId="
                        + environment.group()
                        + "&autoOffsetReset=earliest&maxPollRecords=500&consumersCount=" + CONSUMERS
                        + "&keyDeserializer=org.apache.kafka.common.serialization.StringDeserializer"
                        + "&valueDeserializer=org.apache.kafka.common.serialization.ByteArrayDeserializer")
                .process(CamelRelay::decode)
                .aggregate(header(COMPANY), new GroupedBodyAggregationStrategy())
                .completionSize(75)
                .completionTimeout(50)
                .completionTimeoutCheckerInterval(10)
                .parallelProcessing()
                .executorService(getContext()
                        .getExecutorServiceManager()
                        .newThreadPool(
                                this,
                                "braze",
                                new org.apache.camel.builder.ThreadPoolProfileBuilder("braze")
                                        .poolSize(THREADS)
                                        .maxPoolSize(THREADS)
                                        .maxQueueSize(THREADS)
                                        .rejectedPolicy(ThreadPoolRejectedPolicy.CallerRuns)
                                        .build()))
                .process(CamelRelay::encode)
                .to(environment.braze().resolve("/users/track")
                        + "?httpMethod=POST&connectionsPerRoute=" + THREADS + "&maxTotalConnections=" + THREADS
                        + "&connectTimeout=3000&responseTimeout=10000&copyHeaders=false");
    }

    private static void decode(Exchange exchange) {
        ResponseSubmitted event = TrackBody.decode(exchange.getMessage().getBody(byte[].class));
        exchange.getMessage().setBody(event);
        exchange.getMessage().setHeader(COMPANY, event.companyId());
    }

    @SuppressWarnings("unchecked") // What the aggregation strategy has gathered.
    private static void encode(Exchange exchange) {
        List<ResponseSubmitted> events = exchange.getMessage().getBody(List.class);
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage()
                .setHeader(
                        "Authorization", Environment.authorization(events.get(0).companyId()));
        exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, "application/json");
        exchange.getMessage().setBody(TrackBody.of(events));
    }
}
