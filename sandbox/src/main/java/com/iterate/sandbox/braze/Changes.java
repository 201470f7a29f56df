package com.iterate.sandbox.braze;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.LinkedHashSet;
import java.util.Set;

/** Tells open pages that there is something new, as server-sent events; they fetch what they show. */
final class Changes {

    /** A hundred times a second would only make the page flicker. */
    private static final long AT_MOST_EVERY_MILLIS = 100;

    /** Tabs that somebody has open on this machine. */
    private static final int PAGES = 50;

    private final Vertx vertx;
    private final Set<HttpServerResponse> pages = new LinkedHashSet<>();
    private boolean told = true;

    Changes(Vertx vertx) {
        this.vertx = vertx;
    }

    void happened() {
        if (told && !pages.isEmpty()) {
            told = false;
            vertx.setTimer(AT_MOST_EVERY_MILLIS, timer -> {
                told = true;
                pages.forEach(page -> page.write("data: changed\n\n"));
            });
        }
    }

    void listen(HttpServerRequest request) {
        HttpServerResponse page = request.response();
        if (pages.size() >= PAGES) {
            page.setStatusCode(503).putHeader("Retry-After", "30").end();
            return;
        }
        page.putHeader("Content-Type", "text/event-stream").putHeader("Cache-Control", "no-store");
        page.setChunked(true).write("retry: 1000\n\n");
        pages.add(page);
        page.closeHandler(gone -> pages.remove(page));
    }
}
