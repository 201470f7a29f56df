package com.iterate.survey.respond;

import com.iterate.survey.publishing.OutgoingEvent;
import com.iterate.survey.publishing.PublishOutcome;
import com.iterate.survey.publishing.ResponsePublisher;
import com.iterate.webkit.Problem;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** What becomes of answers that respondents send, counted: the numbers behind "an answer can always be given". */
@Startup // its series are there before the first of their kind: an alert sees that one too
@Singleton
class Submissions {

    enum Outcome {
        /** Kafka has it. */
        ACCEPTED,
        /** The sender has to change something: not our failure. */
        REFUSED,
        /** Nobody's fault but ours. */
        UNAVAILABLE
    }

    /** The first are a healthy Kafka, 250 ms is where somebody notices, and after 2.5 s it has not been acknowledged. */
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2500)
    };

    private final ResponsePublisher publisher;
    private final MeterRegistry metrics;
    private final Timer untilAcknowledged;

    Submissions(ResponsePublisher publisher, MeterRegistry metrics) {
        this.publisher = publisher;
        this.metrics = metrics;
        this.untilAcknowledged = Timer.builder("survey.submit")
                .description("From a checked answer to Kafka's acknowledgement, or to giving up on it")
                .serviceLevelObjectives(BUCKETS)
                .register(metrics);
        // A series that begins with its first failure shows no increase for it.
        for (Outcome outcome : Outcome.values()) {
            counter(outcome);
        }
    }

    /** Runs what serves a submission. Of one that holds nothing to store, nothing is counted. */
    Response counted(Supplier<Response> served) {
        try {
            Response response = served.get();
            if (response.getStatusInfo().getFamily() == Response.Status.Family.CLIENT_ERROR) {
                counter(Outcome.REFUSED).increment();
            }
            return response;
        } catch (Problem problem) {
            if (problem.status() < 500) {
                counter(Outcome.REFUSED).increment();
            }
            throw problem;
        }
    }

    /** Blocks, as the publisher does. */
    PublishOutcome publish(List<OutgoingEvent> events) {
        PublishOutcome outcome = untilAcknowledged.record(() -> publisher.publish(events));
        counter(outcome instanceof PublishOutcome.Published ? Outcome.ACCEPTED : Outcome.UNAVAILABLE)
                .increment();
        return outcome;
    }

    private Counter counter(Outcome outcome) {
        return Counter.builder("survey.submissions")
                .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                .description("Submissions of answers, by how they ended")
                .register(metrics);
    }
}
