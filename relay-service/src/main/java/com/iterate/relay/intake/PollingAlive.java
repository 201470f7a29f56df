package com.iterate.relay.intake;

import com.iterate.relay.health.HealthConfig;
import com.iterate.relay.lanes.Loop;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/**
 * Kafka's client is polled. It is while the window is full, while Kafka is away and while it refuses us, but no longer if the thread
 * has died or hangs: a relay that runs and reads nothing, which only a restart cures.
 */
@Liveness
@ApplicationScoped
class PollingAlive implements HealthCheck {

    private final Polling polling;
    private final Duration longest;
    private final Loop clock;

    PollingAlive(Polling polling, HealthConfig config, Loop clock) {
        this.polling = polling;
        this.longest = config.longestWithoutPoll();
        this.clock = clock;
    }

    @Override
    public HealthCheckResponse call() {
        Duration silence = Duration.between(polling.polledAt(), clock.now());
        return HealthCheckResponse.named("Kafka is polled")
                .withData("lastPollSecondsAgo", silence.toSeconds())
                .status(silence.compareTo(longest) <= 0)
                .build();
    }
}
