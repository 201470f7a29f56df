package com.iterate.relay.intake;

import com.iterate.relay.health.HealthConfig;
import com.iterate.relay.lanes.Loop;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/**
 * The consumer is still polled. It is while the window is full and while Kafka is away, but no longer once the connector has closed
 * it over a failure that it takes for final: a relay that runs and reads nothing, which only a restart cures. The connector's own
 * check is off, since it stays down for ever after any failure, cured or not.
 */
@Liveness
@ApplicationScoped
class PollingAlive implements HealthCheck {

    private static final String SINCE_THE_LAST_POLL = "last-poll-seconds-ago";

    private final Supplier<Map<MetricName, ? extends Metric>> metrics;
    private final Duration longest;
    private final Loop clock;
    private final Instant startedAt;

    @Inject
    PollingAlive(KafkaClientService kafka, HealthConfig config, Loop clock) {
        this(() -> metrics(kafka), config, clock);
    }

    PollingAlive(Supplier<Map<MetricName, ? extends Metric>> metrics, HealthConfig config, Loop clock) {
        this.metrics = metrics;
        this.longest = config.longestWithoutPoll();
        this.clock = clock;
        this.startedAt = clock.now();
    }

    @Override
    public HealthCheckResponse call() {
        Duration silence = sinceTheLastPoll().orElseGet(() -> Duration.between(startedAt, clock.now()));
        return HealthCheckResponse.named("Kafka is polled")
                .withData("lastPollSecondsAgo", silence.toSeconds())
                .status(silence.compareTo(longest) <= 0)
                .build();
    }

    /** Empty before the first poll, and once the consumer is closed, which takes its metrics away. */
    private Optional<Duration> sinceTheLastPoll() {
        return metrics.get().entrySet().stream()
                .filter(each -> each.getKey().name().equals(SINCE_THE_LAST_POLL))
                .map(each -> ((Number) each.getValue().metricValue()).longValue())
                .filter(seconds -> seconds >= 0)
                .map(Duration::ofSeconds)
                .findFirst();
    }

    private static Map<MetricName, ? extends Metric> metrics(KafkaClientService kafka) {
        KafkaConsumer<?, ?> consumer = kafka.getConsumer(ResponsesChannel.NAME);
        return consumer == null ? Map.of() : consumer.unwrap().metrics();
    }
}
