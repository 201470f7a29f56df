package com.iterate.relay.intake;

import com.iterate.contracts.Topic;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/**
 * How many records of each partition lie behind the last one read. Kafka's client learns it with every fetch; asking the broker
 * ourselves would be a request for what is known.
 */
@ApplicationScoped
class Unread {

    private final Supplier<Map<MetricName, ? extends Metric>> metrics;

    @Inject
    Unread(KafkaClientService kafka) {
        this(() -> {
            KafkaConsumer<?, ?> consumer = kafka.getConsumer(ResponsesChannel.NAME);
            return consumer == null ? Map.of() : consumer.unwrap().metrics();
        });
    }

    Unread(Supplier<Map<MetricName, ? extends Metric>> metrics) {
        this.metrics = metrics;
    }

    /** By partition; one that has not been fetched from yet is missing. */
    Map<Integer, Long> records() {
        Map<Integer, Long> unread = new HashMap<>();
        metrics.get().forEach((name, metric) -> {
            double lag = name.name().equals("records-lag") && isOfOurTopic(name)
                    ? ((Number) metric.metricValue()).doubleValue()
                    : Double.NaN;
            if (!Double.isNaN(lag)) {
                unread.put(Integer.valueOf(name.tags().getOrDefault("partition", "-1")), (long) lag);
            }
        });
        return unread;
    }

    /** Kafka writes a dot in a tag as an underscore. */
    private static boolean isOfOurTopic(MetricName name) {
        return Topic.RESPONSES.name().replace('.', '_').equals(name.tags().get("topic"))
                || Topic.RESPONSES.name().equals(name.tags().get("topic"));
    }
}
