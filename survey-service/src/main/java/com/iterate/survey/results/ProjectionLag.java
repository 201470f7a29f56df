package com.iterate.survey.results;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import org.apache.kafka.clients.consumer.Consumer;

/** How far results are behind the topic, in the partitions that this replica reads. The sum over replicas is the whole. */
@Singleton
class ProjectionLag {

    private volatile long records;

    ProjectionLag(MeterRegistry metrics) {
        Gauge.builder("survey.results.lag", () -> records)
                .description("Records on the topic that are not in the database yet")
                .register(metrics);
    }

    /** To be called by who polls; what the client knows costs no question to the broker. */
    void look(Consumer<?, ?> consumer) {
        records = consumer.assignment().stream()
                .mapToLong(partition -> consumer.currentLag(partition).orElse(0))
                .sum();
    }
}
