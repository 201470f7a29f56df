package com.iterate.relay.projection;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** How many letters this relay's part of the view is behind, as Kafka's client knows it. */
@Singleton
final class ProjectionLag {

    private final AtomicLong behind = new AtomicLong();

    ProjectionLag(MeterRegistry registry) {
        Gauge.builder("relay.projection.lag", behind, AtomicLong::get)
                .description("Dead letters that are on the topic and not yet in the view, of this relay's partitions")
                .register(registry);
    }

    void show(KafkaConsumer<byte[], byte[]> consumer) {
        long sum = 0;
        for (TopicPartition each : consumer.assignment()) {
            sum += consumer.currentLag(each).orElse(0);
        }
        behind.set(sum);
    }
}
