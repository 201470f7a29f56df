package com.iterate.webkit;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;

/** Says why a body is refused: the server's own limit, which stays in force behind this one, answers with nothing. */
@Singleton
class BodyLimit {

    /** Any positive number comes before the server's own check. */
    private static final int BEFORE_THE_SERVER = 100;

    private final ProblemResponses responses;
    private final long maxBytes;

    BodyLimit(ProblemResponses responses, WebKitConfig config) {
        this.responses = responses;
        this.maxBytes = config.maxBodyBytes();
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_THE_SERVER);
    }

    private void check(RoutingContext routing) {
        if (length(routing) <= maxBytes) {
            routing.next();
            return;
        }
        // Closing spares us reading a body that nobody wants.
        routing.response()
                .setStatusCode(413)
                .putHeader(HttpHeaders.CONTENT_TYPE, ProblemResponses.PROBLEM_JSON)
                .putHeader("Connection", "close")
                .end(responses.body(StatusProblem.of(413).with("maxBytes", maxBytes)));
    }

    private static long length(RoutingContext routing) {
        String length = routing.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException longerThanAnyLimit) {
            return Long.MAX_VALUE;
        }
    }
}
