package com.iterate.benchmarks.smallrye;

import com.iterate.contracts.Answer;
import com.iterate.contracts.AnswerValue;
import com.iterate.contracts.Decoded;
import com.iterate.contracts.Respondent;
import com.iterate.contracts.ResponseDecoder;
import com.iterate.contracts.ResponseSubmitted;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Guide: "Apache Kafka Reference Guide", a method that returns a {@code Uni}: the next answer comes when this one is sent. */
@ApplicationScoped
class Relay {

    private final Braze braze;

    Relay(@RestClient Braze braze) {
        this.braze = braze;
    }

    @Incoming("responses")
    Uni<Void> on(byte[] value) {
        if (ResponseDecoder.decode(value) instanceof Decoded.Event event) {
            return send(event.value());
        }
        throw new IllegalArgumentException("the benchmarks publish readable answers only");
    }

    private Uni<Void> send(ResponseSubmitted event) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("braze_id", ((Respondent.Braze) event.respondent()).id());
        object.put("_update_existing_only", true);
        for (Answer answer : event.answers()) {
            object.put(answer.attributeName(), ((AnswerValue.Number) answer.value()).value());
        }
        return braze.track("Bearer key-of-" + event.companyId(), new Braze.Track(List.of(object)))
                .onFailure()
                .retry()
                .withBackOff(Duration.ofSeconds(1), Duration.ofSeconds(60))
                .indefinitely();
    }
}
