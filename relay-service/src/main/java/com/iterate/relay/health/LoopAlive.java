package com.iterate.relay.health;

import com.iterate.relay.lanes.Loop;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** The lanes' loop runs what it is given. Says nothing of companies: theirs may all be away, and the loop beats. */
@Liveness
@ApplicationScoped
class LoopAlive implements HealthCheck {

    private final Heartbeat heartbeat;
    private final Duration longestSilence;

    LoopAlive(Loop loop, HealthConfig config) {
        this.heartbeat = new Heartbeat(loop, config.beat());
        this.longestSilence = config.longestSilence();
    }

    void begin(@Observes StartupEvent started) {
        heartbeat.begin();
    }

    @Override
    public HealthCheckResponse call() {
        Duration silence = heartbeat.silence();
        return HealthCheckResponse.named("The lanes' loop runs")
                .withData("lastTaskMillisAgo", silence.toMillis())
                .status(silence.compareTo(longestSilence) <= 0)
                .build();
    }
}
