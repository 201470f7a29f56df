package com.iterate.sandbox.braze;

import io.vertx.core.http.HttpServerRequest;
import java.time.Clock;

/** One request on the wire and in the log, until it ends in one way or another. */
final class Exchange {

    /** Braze: burst of 3,000 requests in 3 s. Only told, not enforced: the script limits where a test wants it. */
    private static final String BURST = "3000";

    private final HttpServerRequest request;
    private final LoggedRequest entry;
    private final Clock clock;
    private final Changes changes;

    Exchange(HttpServerRequest request, LoggedRequest entry, Clock clock, Changes changes) {
        this.request = request;
        this.entry = entry;
        this.clock = clock;
        this.changes = changes;
        request.response().exceptionHandler(gone -> ended(0, "the client left"));
    }

    void answer(Reply reply, String note) {
        if (request.response().closed() || request.response().ended()) {
            ended(0, "the client left");
            return;
        }
        reply.headers().forEach(request.response()::putHeader);
        if (reply.isSuccess()) {
            request.response()
                    .putHeader("X-RateLimit-Limit", BURST)
                    .putHeader("X-RateLimit-Remaining", BURST)
                    .putHeader("X-RateLimit-Reset", "3");
        }
        ended(reply.status(), note);
        request.response().setStatusCode(reply.status()).end(reply.body());
    }

    void staySilent(String note) {
        request.response().closeHandler(gone -> ended(0, note));
    }

    void cut(String note) {
        ended(0, note);
        request.connection().close();
    }

    private void ended(int status, String note) {
        entry.ended(status, note, clock.instant());
        changes.happened();
    }
}
