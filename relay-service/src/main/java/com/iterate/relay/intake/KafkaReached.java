package com.iterate.relay.intake;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready is who was heard of by a broker; with partitions or waiting for them. Says nothing of companies, nor of how far behind we are. */
@Readiness
@ApplicationScoped
class KafkaReached implements HealthCheck {

    private final Polling polling;

    KafkaReached(Polling polling) {
        this.polling = polling;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("Kafka is reached")
                .status(polling.isConnected())
                .build();
    }
}
