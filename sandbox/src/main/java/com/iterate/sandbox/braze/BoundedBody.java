package com.iterate.sandbox.braze;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.BiConsumer;

/** Reads a request's body, but keeps no more than the limit; what comes after is counted and thrown away. */
final class BoundedBody {

    private BoundedBody() {}

    /** @param whenRead the number of bytes that came, and the text; empty where they were too many */
    static void read(HttpServerRequest request, long most, BiConsumer<Long, String> whenRead) {
        Buffer kept = Buffer.buffer();
        long[] count = {0};
        request.handler(part -> {
            count[0] += part.length();
            if (count[0] <= most) {
                kept.appendBuffer(part);
            }
        });
        request.endHandler(end -> whenRead.accept(count[0], count[0] <= most ? kept.toString() : ""));
    }
}
