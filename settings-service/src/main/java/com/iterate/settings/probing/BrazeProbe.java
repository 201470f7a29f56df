package com.iterate.settings.probing;

import com.iterate.settings.connections.ApiKey;
import com.iterate.settings.connections.BrazeEndpoint;
import com.iterate.settings.outgoing.BoundedHttp;
import com.iterate.settings.outgoing.Reply;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.http.HttpRequest;

/** Sends Braze a request without a single object: Braze checks the key and its permission, and has nothing to write. */
@Singleton
class BrazeProbe {

    private static final String NOTHING = "{\"attributes\":[]}";

    /** Enough for Braze's longest error. */
    private static final int BODY_BYTES = 2_048;

    private final BoundedHttp http;
    private final MeterRegistry metrics;

    BrazeProbe(ProbingConfig config, MeterRegistry metrics) {
        this.http = new BoundedHttp(config.connect(), config.timeOut(), BODY_BYTES);
        this.metrics = metrics;
    }

    Verdict ask(BrazeEndpoint endpoint, ApiKey key) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(endpoint.origin() + "/users/track"))
                .header("Authorization", "Bearer " + key.value())
                .header("Content-Type", "application/json")
                .header("User-Agent", "iterate-settings/1")
                .POST(HttpRequest.BodyPublishers.ofString(NOTHING))
                .build();
        Reply reply = http.send(request);
        Verdict verdict = Judge.verdict(reply, key);
        metrics.counter("settings.connection.tests", "outcome", verdict.result())
                .increment();
        return verdict;
    }
}
